package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The SLA policy has a row for each clock: for those that the application starts, and for those of
 * questions that a designer added.
 */
public class PromisedClockRule implements ModelRule {
  private static final String ASKING = "lead-handoff";

  private final ShippedModels models;

  PromisedClockRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("decision")
        .filter(decision -> ModelXml.id(decision).equals(PolicyRule.POLICY))
        .flatMap(decision -> ModelXml.all(decision, "decisionTable"))
        .forEach(
            table ->
                Stream.concat(shipped(), added(modelLookup))
                    .distinct()
                    .filter(clock -> !isPromised(table, clock))
                    .forEach(
                        clock ->
                            findings.add(
                                table,
                                "has no row for the clock \"%s\"; there is no lead without a clock",
                                clock)));
  }

  private static Stream<String> added(ModelLookup modelLookup) {
    return modelLookup.model(ModelKind.PROCESS, ASKING).stream()
        .flatMap(process -> process.all("businessRuleTask"))
        .flatMap(rule -> ModelXml.all(rule, "inputParameter"))
        .filter(parameter -> attribute(parameter, "name").filter("clock"::equals).isPresent())
        .map(ModelXml::text);
  }

  /** The words of the column in the table that ships. */
  private Stream<String> shipped() {
    return models.find(ModelKind.DECISION, PolicyRule.POLICY).stream()
        .flatMap(ours -> ours.xml().all("input"))
        .filter(input -> asked(input).equals("clock"))
        .flatMap(input -> children(input, "inputValues"))
        .flatMap(values -> Stream.of(values.getTextContent().split(",")))
        .map(word -> word.strip().replace("\"", ""));
  }

  private static String asked(Element input) {
    return ModelXml.all(input, "text").findFirst().map(ModelXml::text).orElse("");
  }

  /** Whether any row speaks of the clock, or of every clock. */
  public static boolean isPromised(Element table, String clock) {
    int column = children(table, "input").map(PromisedClockRule::asked).toList().indexOf("clock");
    return column < 0
        || children(table, "rule")
            .map(row -> children(row, "inputEntry").toList())
            .filter(cells -> cells.size() > column)
            .map(
                cells ->
                    children(cells.get(column), "text").findFirst().map(ModelXml::text).orElse(""))
            .anyMatch(
                cell ->
                    cell.isBlank()
                        || cell.equals("-")
                        || cell.contains("\"" + clock + "\"") != cell.startsWith("not("));
  }
}
