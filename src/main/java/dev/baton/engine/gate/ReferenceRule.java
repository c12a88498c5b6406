package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;

import java.util.Set;
import org.w3c.dom.Element;

/** A model that another one names exists. */
class ReferenceRule implements ModelRule {
  private static final String DESCRIBED = "${form}";

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all()
        .forEach(
            element -> {
              named(element, "decisionRef", ModelKind.DECISION, "decision", modelLookup, findings);
              named(element, "calledElement", ModelKind.PROCESS, "process", modelLookup, findings);
              named(element, "formRef", ModelKind.FORM, "form", modelLookup, findings);
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
      ModelLookup modelLookup,
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
              } else if (binding.equals("deployment") && !modelLookup.together(kind, key)) {
                findings.add(
                    element,
                    "wants the %s '%s' from the same deployment, where it isn't; bind to latest",
                    noun,
                    key);
              } else if (!modelLookup.either(kind, key)) {
                findings.add(element, "names the %s '%s', which isn't deployed", noun, key);
              } else {
                version(element, reference, kind, key, modelLookup, findings);
              }
            });
  }

  /** Others than latest and deployment name a version that there is. */
  private static void version(
      Element element,
      String reference,
      ModelKind kind,
      String key,
      ModelLookup modelLookup,
      Findings findings) {
    String binding = attribute(element, reference + "Binding").orElse("latest");
    String version = attribute(element, reference + "Version").orElse("");
    if (Set.of("latest", "deployment").contains(binding)) {
      return;
    }
    boolean exists =
        binding.equals("version")
            && version.matches("\\d{1,9}")
            && modelLookup.hasVersion(kind, key, Integer.parseInt(version));
    if (!exists) {
      findings.add(
          element,
          "is bound to %s '%s' of '%s', which isn't there; bind it to latest",
          binding,
          attribute(element, reference + "VersionTag").orElse(version),
          key);
    }
  }
}
