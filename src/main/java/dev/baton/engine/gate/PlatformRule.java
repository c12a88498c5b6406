package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;

import java.util.Map;
import org.w3c.dom.Element;

/** A model is made for this engine, and not for another one that speaks nearly the same. */
class PlatformRule implements ModelRule {
  private static final String OURS = "Camunda Platform";
  private static final String ADVICE = "choose Camunda 7 when you make a diagram in Modeler";
  private static final Map<String, String> ENGINES =
      Map.of(
          "http://camunda.org/schema/zeebe/1.0", "Camunda 8 (Zeebe)",
          "http://flowable.org/bpmn", "Flowable",
          "http://flowable.org/dmn", "Flowable",
          "http://www.omg.org/spec/CMMN/20151109/MODEL", "a case engine");

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Element root = model.document().getDocumentElement();
    attribute(root, "executionPlatform")
        .filter(platform -> !platform.equals(OURS))
        .ifPresent(
            platform ->
                findings.add(
                    "", "It is made for %s; this is Camunda 7: %s".formatted(platform, ADVICE)));
    model.all().forEach(element -> check(element, findings));
  }

  private static void check(Element element, Findings findings) {
    String engine = ENGINES.get(String.valueOf(element.getNamespaceURI()));
    if (engine != null) {
      findings.add(
          element,
          "holds %s, which is for %s; this is Camunda 7: %s",
          element.getNodeName(),
          engine,
          ADVICE);
    }
    ModelXml.attributes(element)
        .filter(each -> ENGINES.containsKey(String.valueOf(each.getNamespaceURI())))
        .findFirst()
        .ifPresent(
            each ->
                findings.add(
                    element,
                    "has %s, which is for %s; this is Camunda 7: %s",
                    each.getName(),
                    String.valueOf(ENGINES.get(String.valueOf(each.getNamespaceURI()))),
                    ADVICE));
  }
}
