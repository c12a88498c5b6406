package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import org.w3c.dom.Element;

/** A table keeps the columns that a process in force reads of it. */
class ReadTableRule implements ModelRule {
  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    for (ModelXml process : modelLookup.processes()) {
      process
          .all("businessRuleTask")
          .forEach(
              rule ->
                  model
                      .all("decision")
                      .filter(
                          table ->
                              attribute(rule, "decisionRef").filter(id(table)::equals).isPresent())
                      .forEach(table -> check(table, rule, process, modelLookup, findings)));
    }
  }

  private static void check(
      Element table, Element rule, ModelXml process, ModelLookup modelLookup, Findings findings) {
    Findings unread = new Findings();
    TableColumnRule.check(rule, id(table), process, modelLookup, unread);
    unread
        .problems()
        .forEach(
            problem ->
                findings.add(
                    table,
                    "is asked by a process in force: %s; change that first or together",
                    problem.getMessage()));
  }
}
