package dev.baton.engine.diagram;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;

/** Who is asked something gets a form, a date, and somebody to notice when they don't answer. */
class AskedTaskRule implements ModelRule {
  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("userTask")
        .map(each -> new AskedTask(model, each))
        .forEach(task -> check(task, findings));
  }

  private static void check(AskedTask task, Findings findings) {
    if (task.form().isEmpty()) {
      findings.add(task.element(), "has no form, so nobody could answer; name a Camunda Form");
    }
    if (task.dueDate().isEmpty()) {
      findings.add(
          task.element(),
          "has no due date; say one, such as ${dueAt} or ${dateTime().plusDays(2).toDate()}");
    }
    if (task.timers().isEmpty()) {
      findings.add(
          task.element(),
          "has no timer, so nobody would notice that it waits; put one at its edge and lead it to"
              + " a reminder");
    }
  }
}
