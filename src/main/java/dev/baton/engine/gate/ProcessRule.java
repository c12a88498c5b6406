package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;

import org.w3c.dom.Element;

/** A process can be run, and says how long its history is kept. */
class ProcessRule implements ModelRule {

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    if (model.all("process").findAny().isEmpty()) {
      findings.add("", "It holds no process");
    }
    model.all("process").forEach(process -> check(process, findings));
  }

  private static void check(Element process, Findings findings) {
    if (!attribute(process, "isExecutable").orElse("").equals("true")) {
      findings.add(process, "is not marked as executable, so nobody could start it");
    }
    if (!attribute(process, "historyTimeToLive").orElse("").matches("P0*[1-9]\\d*D|0*[1-9]\\d*")) {
      findings.add(process, "needs a history time to live in days, such as P400D");
    }
  }
}
