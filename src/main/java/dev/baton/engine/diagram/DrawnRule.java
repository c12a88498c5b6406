package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** No diagram, no deployment: what runs can be seen by whoever looks. */
class DrawnRule implements ModelRule {
  private static final String OF_MODELS = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Set<String> drawn =
        model
            .all()
            .flatMap(each -> attribute(each, "bpmnElement").stream())
            .collect(Collectors.toSet());
    if (drawn.isEmpty()) {
      findings.add("", "It has no diagram, so nobody could see what runs; draw it in Modeler");
      return;
    }
    model
        .all()
        .filter(DrawnRule::isOnTheWay)
        .filter(each -> !drawn.contains(id(each)))
        .forEach(
            each ->
                findings.add(each, "isn't drawn, so nobody could see it; draw it in Modeler anew"));
  }

  static boolean isOnTheWay(Element element) {
    String name = element.getLocalName();
    return OF_MODELS.equals(element.getNamespaceURI())
        && !id(element).isEmpty()
        && (name.endsWith("Task")
            || name.equals("task")
            || name.endsWith("Gateway")
            || name.endsWith("Event")
            || name.equals("subProcess")
            || name.equals("transaction")
            || name.equals("callActivity")
            || name.equals("sequenceFlow"));
  }
}
