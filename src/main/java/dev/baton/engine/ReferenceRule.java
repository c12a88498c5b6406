package dev.baton.engine;

import static dev.baton.engine.ModelXml.attribute;

import org.w3c.dom.Element;

/** A model that another one names exists. */
class ReferenceRule implements ModelRule {

  @Override
  public void check(ModelXml model, InReach inReach, Findings findings) {
    model
        .all()
        .forEach(
            element -> {
              named(element, "decisionRef", ModelKind.DECISION, "decision", inReach, findings);
              named(element, "calledElement", ModelKind.PROCESS, "process", inReach, findings);
              named(element, "formRef", ModelKind.FORM, "form", inReach, findings);
            });
  }

  private static void named(
      Element element,
      String reference,
      ModelKind kind,
      String noun,
      InReach inReach,
      Findings findings) {
    attribute(element, reference)
        .ifPresent(
            key -> {
              String binding = attribute(element, reference + "Binding").orElse("latest");
              if (key.contains("${") || key.contains("#{")) {
                findings.add(element, "computes which %s it means; name it", noun);
              } else if (binding.equals("deployment") && !inReach.together(kind, key)) {
                findings.add(
                    element,
                    "wants the %s '%s' from the same deployment, where it isn't; bind to latest",
                    noun,
                    key);
              } else if (!inReach.either(kind, key)) {
                findings.add(element, "names the %s '%s', which isn't deployed", noun, key);
              }
            });
  }
}
