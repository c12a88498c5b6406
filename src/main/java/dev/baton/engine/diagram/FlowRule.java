package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Every way has two ends, every condition says something, and no way ends in silence. */
class FlowRule implements ModelRule {

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Set<String> ids = model.all().map(ModelXml::id).collect(Collectors.toSet());
    Set<String> left = new HashSet<>();
    Set<String> reached = Reach.of(model, Set.of());
    model
        .all("sequenceFlow")
        .forEach(
            flow -> {
              String from = attribute(flow, "sourceRef").orElse("");
              String to = attribute(flow, "targetRef").orElse("");
              left.add(from);
              if (!ids.contains(from) || !ids.contains(to)) {
                findings.add(flow, "has lost the element at one of its ends; draw it anew");
              }
            });
    // what is to be undone hangs on its task by a line without an arrow
    model.all("association").forEach(line -> left.add(attribute(line, "sourceRef").orElse("")));
    model.all("conditionExpression").forEach(condition -> condition(condition, findings));
    Stream.of("inputParameter", "outputParameter")
        .flatMap(model::all)
        .filter(
            each -> each.getTextContent().isBlank() && ModelXml.all(each, "*").findAny().isEmpty())
        .forEach(
            each ->
                findings.add(
                    each,
                    "has the parameter '%s' without a value; say one, or take it out",
                    attribute(each, "name").orElse("")));
    model.all().filter(FlowRule::isNode).forEach(node -> ends(node, left, reached, findings));
  }

  private static void condition(Element condition, Findings findings) {
    String text = ModelXml.text(condition);
    if (text.isEmpty()) {
      findings.add(condition, "has an empty condition; say when");
    } else if (!text.matches("(?s)[$#]\\{.*}")) {
      findings.add(
          condition,
          "has the condition '%s', which is only a text; write an expression, such as"
              + " ${decision == 'accept'}",
          text);
    }
  }

  private static void ends(Element node, Set<String> left, Set<String> reached, Findings findings) {
    boolean isLink = ModelXml.children(node, "linkEventDefinition").findAny().isPresent();
    boolean isEventSubProcess =
        attribute(node, "triggeredByEvent").filter("true"::equals).isPresent();
    boolean compensates = attribute(node, "isForCompensation").filter("true"::equals).isPresent();
    if (isLink || isEventSubProcess || compensates) {
      return;
    }
    if (!is(node, "endEvent") && !left.contains(id(node))) {
      findings.add(node, "leads nowhere; lead it on, or to an end");
    }
    if (!is(node, "startEvent", "boundaryEvent") && !reached.contains(id(node))) {
      findings.add(node, "is never reached; lead a flow to it, or take it out");
    }
  }

  private static boolean isNode(Element element) {
    String name = element.getLocalName();
    return DrawnRule.isOnTheWay(element) && !name.equals("sequenceFlow");
  }
}
