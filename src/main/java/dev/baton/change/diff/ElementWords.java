package dev.baton.change.diff;

import dev.baton.engine.gate.ModelXml;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Words for the elements of a process and for what each of them says. */
final class ElementWords {
  private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  /** Neither seen nor clicked on, though they have an id. */
  private static final Set<String> NO_ELEMENTS =
      Set.of("definitions", "laneSet", "ioSpecification", "dataInput", "dataOutput");

  /** Said by the flows or by the place of an element. */
  private static final Set<String> SAID_ELSEWHERE =
      Set.of("id", "sourceRef", "targetRef", "attachedToRef");

  /** What a designer calls it. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("userTask", "Task"),
          Map.entry("serviceTask", "Step"),
          Map.entry("businessRuleTask", "Rule"),
          Map.entry("boundaryEvent", "Event"),
          Map.entry("intermediateCatchEvent", "Event"),
          Map.entry("startEvent", "Start"),
          Map.entry("endEvent", "End"),
          Map.entry("exclusiveGateway", "Choice"),
          Map.entry("callActivity", "Called process"),
          Map.entry("subProcess", "Sub-process"),
          Map.entry("sequenceFlow", "Way"),
          Map.entry("textAnnotation", "Note"),
          Map.entry("lane", "Lane"),
          Map.entry("process", "Process"));

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("name", "label"),
          Map.entry("timeDate", "fires at"),
          Map.entry("timeDuration", "fires after"),
          Map.entry("timeCycle", "fires each"),
          Map.entry("conditionExpression", "if"),
          Map.entry("dueDate", "due"),
          Map.entry("formKey", "form"),
          Map.entry("formRef", "form"),
          Map.entry("candidateGroups", "for the group"),
          Map.entry("assignee", "for"),
          Map.entry("delegateExpression", "does"),
          Map.entry("decisionRef", "table"),
          Map.entry("calledElement", "calls"),
          Map.entry("documentation", "description"),
          Map.entry("cancelActivity", "ends what it is at"),
          Map.entry("flowNodeRef", "holds"));

  /** Said at once of what is new. */
  private static final Set<String> TERMS =
      Set.of("fires at", "fires after", "due", "form", "for the group", "for", "table", "calls");

  private static final Map<String, String> EXPRESSIONS =
      Map.of(
          "${dueAt}", "the policy's due instant",
          "${warnAt}", "the policy's reminder",
          "${owner}", "the owner",
          "${team}", "the owner's team");

  private ElementWords() {}

  static boolean isElement(Element element) {
    return MODEL.equals(element.getNamespaceURI())
        && !ModelXml.id(element).isEmpty()
        && !element.getLocalName().endsWith("EventDefinition")
        && !element.getLocalName().endsWith("Expression")
        && !NO_ELEMENTS.contains(element.getLocalName());
  }

  /** Its kind and its label. */
  static String said(Element element) {
    return KINDS.getOrDefault(element.getLocalName(), element.getLocalName())
        + " "
        + label(element);
  }

  static String label(Element element) {
    String name = ModelXml.attribute(element, "name").orElse("").replaceAll("\\s+", " ");
    return "'%s'".formatted(name.isEmpty() ? ModelXml.id(element) : name);
  }

  static boolean isTerm(String property) {
    return TERMS.contains(property);
  }

  /** What an element says of itself, without the elements inside. */
  static Map<String, String> properties(Element element) {
    Map<String, String> properties = new TreeMap<>();
    collect(element, "", properties);
    return properties;
  }

  private static void collect(Element element, String path, Map<String, String> into) {
    ModelXml.attributes(element)
        .filter(attribute -> !SAID_ELSEWHERE.contains(attribute.getLocalName()))
        .filter(attribute -> !(path.isEmpty() && attribute.getLocalName().equals("isExecutable")))
        .forEach(
            attribute -> put(into, path + word(attribute.getLocalName()), attribute.getValue()));
    if (!path.isEmpty()) {
      put(into, path.strip(), ModelXml.text(element));
    }
    children(element)
        .filter(child -> !isElement(child))
        .filter(child -> !ModelXml.is(child, "incoming", "outgoing"))
        .forEach(child -> collect(child, below(path, child), into));
  }

  private static void put(Map<String, String> into, String name, String value) {
    if (!value.isEmpty()) {
      into.merge(name, EXPRESSIONS.getOrDefault(value, value), (one, other) -> one + ", " + other);
    }
  }

  /** Containers that a designer doesn't see have no word. */
  private static String below(String path, Element child) {
    String kind = child.getLocalName();
    if (kind.equals("extensionElements")
        || kind.equals("inputOutput")
        || kind.endsWith("EventDefinition")) {
      return path;
    }
    if (kind.equals("inputParameter") || kind.equals("outputParameter")) {
      return "%s'%s' "
          .formatted(
              kind.equals("inputParameter") ? "input " : "output ",
              ModelXml.attribute(child, "name").orElse(""));
    }
    return path + word(kind) + " ";
  }

  private static String word(String name) {
    return NAMES.getOrDefault(name, name);
  }

  private static Stream<Element> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(i -> element.getChildNodes().item(i))
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
