package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Number that a row of {@code lead-stage} asks for by itself.
 *
 * @param profiles the text of the cell that names them; empty for all
 * @param input total, fit or acts
 * @param least the least value that the row takes
 */
record StageLine(Element row, String profiles, String input, long least) {
  private static final Set<String> INPUTS = Set.of("total", "fit", "acts");

  private static final Pattern AT_LEAST =
      Pattern.compile("(>=|>|\\[|\\(|\\]|)\\s*(\\d{1,9})\\b[^,]*");

  boolean isFor(String profile) {
    boolean named = profiles.contains("\"" + profile + "\"");
    return profiles.isEmpty() || named != profiles.startsWith("not(");
  }

  static List<StageLine> of(Element table) {
    List<String> inputs =
        children(table, "input")
            .map(
                input ->
                    children(input, "inputExpression").findFirst().map(ModelXml::cell).orElse(""))
            .toList();
    List<StageLine> lines = new ArrayList<>();
    children(table, "rule")
        .forEach(
            row -> {
              List<String> cells = children(row, "inputEntry").map(ModelXml::cell).toList();
              int profile = inputs.indexOf("profile");
              String profiles = profile >= 0 && profile < cells.size() ? cells.get(profile) : "";
              for (int at = 0; at < Math.min(cells.size(), inputs.size()); at++) {
                Matcher asked = AT_LEAST.matcher(cells.get(at));
                if (INPUTS.contains(inputs.get(at)) && asked.matches()) {
                  boolean isAbove = Set.of(">", "(", "]").contains(asked.group(1));
                  long least = Long.parseLong(asked.group(2)) + (isAbove ? 1 : 0);
                  lines.add(new StageLine(row, profiles, inputs.get(at), least));
                }
              }
            });
    return lines;
  }
}
