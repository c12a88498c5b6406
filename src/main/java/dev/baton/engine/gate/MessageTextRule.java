package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.children;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/**
 * Each text of messages stands in one row, and it names nothing that isn't known when it is sent:
 * what it may name stands in the annotation of the row that ships. A row that is left out is said
 * as it ships.
 */
class MessageTextRule implements ModelRule {
  private static final String TABLE = "message-text";
  private static final int LONGEST = 200;
  private static final Pattern NAMED = Pattern.compile("\\{([^}]*)}");

  private final ShippedModels models;

  MessageTextRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("decision")
        .filter(decision -> ModelXml.id(decision).equals(TABLE))
        .flatMap(decision -> ModelXml.all(decision, "decisionTable"))
        .forEach(table -> check(table, findings));
  }

  private void check(Element table, Findings findings) {
    Map<String, Set<String>> known = known();
    Set<String> said = new HashSet<>();
    children(table, "rule")
        .forEach(
            row -> {
              List<String> cells = cells(row);
              String message = cells.get(0);
              if (!known.containsKey(message)) {
                findings.add(
                    row,
                    "is about the message \"%s\", which nobody sends; take the row out",
                    message);
              } else if (!said.add(message)) {
                findings.add(row, "is a second text for the message \"%s\"", message);
              } else {
                english(row, cells.get(1), findings);
                cells.stream()
                    .skip(1)
                    .forEach(text -> text(row, text, known.get(message), findings));
              }
            });
  }

  /** Other languages may lack it: then it is said in English. */
  private static void english(Element row, String text, Findings findings) {
    if (text.isBlank()) {
      findings.add(row, "needs a text of at most %d characters, in quotes", LONGEST);
    }
  }

  private static void text(Element row, String text, Set<String> known, Findings findings) {
    if (text.length() > LONGEST) {
      findings.add(row, "needs a text of at most %d characters, in quotes", LONGEST);
    }
    Set<String> unknown = named(text);
    unknown.removeAll(known);
    unknown.forEach(
        name ->
            findings.add(
                row,
                "names {%s}, which isn't known when it is sent; %s",
                name,
                known.isEmpty()
                    ? "this message names nothing"
                    : "it may name "
                        + known.stream().map("{%s}"::formatted).collect(Collectors.joining(", "))));
  }

  /** Each message that ships, with what it may name. */
  private Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new TreeMap<>();
    models.find(ModelKind.DECISION, TABLE).map(ShippedModels.Model::xml).stream()
        .flatMap(ours -> ours.all("rule"))
        .forEach(
            row ->
                known.put(
                    cells(row).get(0),
                    named(
                        children(row, "description").findFirst().map(ModelXml::text).orElse(""))));
    return known;
  }

  private static Set<String> named(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(named -> StringUtils.uncapitalize(named.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What its cells say, without quotes; nothing where a cell is no text. */
  private static List<String> cells(Element row) {
    List<String> cells =
        children(row, "outputEntry")
            .map(cell -> children(cell, "text").findFirst().map(ModelXml::text).orElse("").strip())
            .map(cell -> cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1) : "")
            .toList();
    return Stream.concat(cells.stream(), Stream.of("", ""))
        .limit(Math.max(2, cells.size()))
        .toList();
  }
}
