package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.expression.ExpressionCheck;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What is read of a table's answer is a column of that table: another one would be empty. */
class TableColumnRule implements ModelRule {
  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("businessRuleTask")
        .forEach(
            rule ->
                attribute(rule, "decisionRef")
                    .ifPresent(table -> check(rule, table, model, modelLookup, findings)));
  }

  static void check(
      Element rule, String table, ModelXml model, ModelLookup modelLookup, Findings findings) {
    List<String> columns = columns(table, modelLookup);
    if (columns.isEmpty()) {
      return; // told elsewhere, or no table
    }
    ModelXml.all(rule, "*")
        .forEach(each -> reads(each, "decisionResult", table, columns, findings));
    String mapping = attribute(rule, "mapDecisionResult").orElse("resultList");
    if (mapping.equals("singleResult") || mapping.equals("resultList")) {
      attribute(rule, "resultVariable")
          .ifPresent(
              variable ->
                  model.all().forEach(each -> reads(each, variable, table, columns, findings)));
    } else if (columns.size() > 1 && attribute(rule, "resultVariable").isPresent()) {
      findings.add(
          rule,
          "takes one value (%s) of the table '%s', which has %s; map its result to singleResult",
          mapping,
          table,
          String.join(", ", columns));
    }
  }

  private static void reads(
      Element element, String variable, String table, List<String> columns, Findings findings) {
    Expressions.of(element)
        .flatMap(text -> ExpressionCheck.parts(text, variable).stream())
        .filter(column -> !columns.contains(column))
        .forEach(
            column ->
                findings.add(
                    element,
                    "reads '%s' of the table '%s', which has no such column; it has %s",
                    column,
                    table,
                    String.join(", ", columns)));
  }

  private static List<String> columns(String table, ModelLookup modelLookup) {
    return modelLookup.model(ModelKind.DECISION, table).stream()
        .flatMap(file -> file.all("decision"))
        .filter(decision -> id(decision).equals(table))
        .flatMap(decision -> ModelXml.all(decision, "output"))
        .flatMap(output -> Stream.of(attribute(output, "name").orElse("")))
        .toList();
  }
}
