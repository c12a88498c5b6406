package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Scoring profile by which leads may be scored: the three methods by their own names, and what rows
 * of {@code scoring-profile} name outright.
 *
 * @param row of {@code scoring-profile}; null for the methods
 */
record NamedProfile(String name, String method, @Nullable Element row) {
  static final String TABLE = "scoring-profile";

  private static final List<String> METHODS = List.of("two-axis", "additive", "gate");
  private static final Pattern WORD = Pattern.compile("\\s*\"([^\"]*)\"\\s*");

  static List<NamedProfile> all(TablesTogether tables) {
    List<NamedProfile> all = new ArrayList<>();
    METHODS.forEach(method -> all.add(new NamedProfile(method, method, null)));
    tables.xml(TABLE).stream().flatMap(NamedProfile::ofRows).forEach(all::add);
    return all;
  }

  /**
   * Where neither name nor row says the method, any may be the setting's: the first stands for it.
   */
  private static Stream<NamedProfile> ofRows(Element table) {
    return children(table, "rule")
        .flatMap(
            row ->
                word(table, row, "profile").stream()
                    .filter(
                        name -> !METHODS.contains(name) || word(table, row, "method").isPresent())
                    .map(
                        name ->
                            new NamedProfile(
                                name, word(table, row, "method").orElse(METHODS.get(0)), row)));
  }

  private static Optional<String> word(Element table, Element row, String output) {
    List<String> outputs =
        children(table, "output").map(column -> column.getAttribute("name")).toList();
    List<String> cells = children(row, "outputEntry").map(ModelXml::cell).toList();
    int at = outputs.indexOf(output);
    return at < 0 || at >= cells.size()
        ? Optional.empty()
        : Optional.of(WORD.matcher(cells.get(at))).filter(Matcher::matches).map(m -> m.group(1));
  }

  /** Whether a table of thresholds has a row for this name. */
  boolean isIn(TablesTogether tables, String thresholds) {
    return tables
        .table(thresholds)
        .map(table -> table.ask(Map.of("profile", name)))
        .map(answer -> !answer.rows().isEmpty())
        .orElse(true);
  }
}
