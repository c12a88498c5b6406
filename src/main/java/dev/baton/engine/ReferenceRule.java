package dev.baton.engine;

import static dev.baton.engine.ModelXml.attribute;

import org.w3c.dom.Element;

/** A model that another one names exists. */
class ReferenceRule implements ModelRule {
  private static final String DESCRIBED = "${form}";

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

  /** The listener names a form that ships, by the lead. */
  private static boolean isDescribed(Element task) {
    return ModelXml.all(task, "taskListener")
        .anyMatch(
            listener ->
                attribute(listener, "event").filter("create"::equals).isPresent()
                    && attribute(listener, "delegateExpression")
                        .filter("${describeTask}"::equals)
                        .isPresent());
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
              if (kind == ModelKind.FORM && key.equals(DESCRIBED) && isDescribed(element)) {
                return;
              }
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
