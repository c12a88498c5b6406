package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Where the first matching row counts, each row can be one: no row above it takes all of it. Where
 * all that match count, none counts twice.
 */
public class CoveredRowRule implements ModelRule {

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("decisionTable")
        .forEach(
            table -> {
              List<Element> rows = children(table, "rule").toList();
              switch (attribute(table, "hitPolicy").orElse("UNIQUE")) {
                case "FIRST" -> check(rows, findings);
                case "COLLECT", "RULE ORDER" -> twins(rows, findings);
                default -> {}
              }
            });
  }

  private static void twins(List<Element> rows, Findings findings) {
    Map<String, String> seen = new HashMap<>();
    rows.forEach(
        row -> {
          String says =
              Stream.of("inputEntry", "outputEntry")
                  .flatMap(kind -> children(row, kind))
                  .map(ModelXml::cell)
                  .collect(Collectors.joining("|"));
          String twin = seen.putIfAbsent(says, id(row));
          if (twin != null) {
            findings.add(row, "says the same as the row '%s', so it would count twice", twin);
          }
        });
  }

  private static void check(List<Element> rows, Findings findings) {
    for (int row = 1; row < rows.size(); row++) {
      Element covered = rows.get(row);
      rows.subList(0, row).stream()
          .filter(above -> covers(cells(above), cells(covered)))
          .findFirst()
          .ifPresent(
              above ->
                  findings.add(
                      covered,
                      "is never reached: the row '%s' above it takes all that it would; put what is"
                          + " special above what is general",
                      id(above)));
    }
  }

  private static List<Condition> cells(Element row) {
    return children(row, "inputEntry").map(ModelXml::cell).map(Condition::of).toList();
  }

  private static boolean covers(List<Condition> above, List<Condition> below) {
    for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
      if (!above.get(i).covers(below.get(i))) {
        return false;
      }
    }
    return above.size() == below.size();
  }
}
