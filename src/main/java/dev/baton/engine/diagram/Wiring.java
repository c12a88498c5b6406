package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.ModelMeaning;
import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the engine does at an element beside following its flows, each part as the words of a
 * sentence: its form, table, step and dates, its listeners and parameters, what it waits for.
 */
final class Wiring {
  private static final String OF_CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** Left to designers, or looked at elsewhere: ways by themselves, what a timer is by its rule. */
  private static final Set<String> FREE =
      Set.of(
          "id",
          "name",
          "default",
          "sourceRef",
          "targetRef",
          "attachedToRef",
          "cancelActivity",
          "isInterrupting",
          "modelerTemplate",
          "modelerTemplateVersion",
          "modelerTemplateIcon",
          "jobPriority",
          "taskPriority",
          "priority",
          "isExecutable",
          "versionTag",
          "historyTimeToLive",
          "failedJobRetryTimeCycle",
          "properties",
          "timeDate");

  private Wiring() {}

  static List<String> of(ModelXml model, Element element) {
    List<String> parts = new ArrayList<>(attributes(model, element).toList());
    children(element)
        .filter(each -> is(each, "extensionElements") || isPart(each))
        .forEach(each -> inside(model, each, parts));
    return parts;
  }

  /** What an event waits for or throws. */
  static List<Element> eventDefinitions(Element event) {
    return children(event).filter(each -> each.getLocalName().endsWith("EventDefinition")).toList();
  }

  /** What the first has that the second lacks; twice where it is missing twice. */
  static List<String> lacking(List<String> parts, List<String> there) {
    List<String> missing = new ArrayList<>(parts);
    there.forEach(missing::remove);
    return missing;
  }

  private static boolean isPart(Element child) {
    String name = child.getLocalName();
    return name.endsWith("EventDefinition")
        || name.endsWith("LoopCharacteristics")
        || is(child, "potentialOwner", "humanPerformer");
  }

  private static void inside(ModelXml model, Element element, List<String> parts) {
    if (FREE.contains(element.getLocalName())) {
      return;
    }
    if (isPart(element)) {
      parts.add("its " + element.getLocalName());
      parts.addAll(attributes(model, element).toList());
    }
    List<Element> children = children(element).toList();
    if (children.isEmpty()
        && !isPart(element)
        && !is(element, "extensionElements", "inputOutput")) {
      parts.add(leaf(element));
    }
    if (is(element, "inputParameter", "outputParameter") && !children.isEmpty()) {
      parts.add("the parameter '%s'".formatted(attribute(element, "name").orElse("")));
    }
    children.forEach(child -> inside(model, child, parts));
  }

  private static String leaf(Element element) {
    String text = plain(ModelXml.text(element));
    return switch (element.getLocalName()) {
      case "executionListener", "taskListener" ->
          "the listener %s at its %s"
              .formatted(
                  ModelXml.attributes(element)
                      .filter(each -> !each.getLocalName().equals("event"))
                      .map(each -> plain(each.getValue()))
                      .findFirst()
                      .orElse(""),
                  attribute(element, "event").orElse(""));
      case "inputParameter", "outputParameter" ->
          "the parameter '%s' as '%s'".formatted(attribute(element, "name").orElse(""), text);
      default ->
          element.getLocalName()
              + String.join("", attributes(element).map(" "::concat).sorted().toList())
              + (text.isEmpty() ? "" : " '" + text + "'");
    };
  }

  private static Stream<String> attributes(ModelXml model, Element element) {
    return Stream.concat(
        attributes(element).filter(each -> !each.matches("(error|message|signal)Ref .*")),
        Stream.of("errorRef", "messageRef", "signalRef")
            .flatMap(
                reference ->
                    attribute(element, reference).stream()
                        .map(to -> reference + " '" + named(model, to).orElse(to) + "'")));
  }

  /** An error by its code, a message or signal by its name: ids may differ. */
  private static Optional<String> named(ModelXml model, String reference) {
    String local = reference.substring(reference.indexOf(':') + 1);
    return model
        .all()
        .filter(each -> id(each).equals(local))
        .findFirst()
        .flatMap(each -> attribute(each, "errorCode").or(() -> attribute(each, "name")));
  }

  private static Stream<String> attributes(Element element) {
    return ModelXml.attributes(element)
        .filter(Wiring::isOfTheEngine)
        .filter(each -> !FREE.contains(each.getLocalName()))
        .filter(each -> !ModelMeaning.isDefault(each))
        .map(each -> "%s '%s'".formatted(each.getLocalName(), plain(each.getValue())));
  }

  private static boolean isOfTheEngine(Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    return namespace == null || namespace.equals(OF_CAMUNDA) || namespace.contains("activiti");
  }

  private static String plain(String value) {
    return value.strip().replaceAll("([$#]\\{)\\s+", "$1").replaceAll("\\s+}", "}");
  }

  private static Stream<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && !FREE.contains(child.getLocalName())) {
        children.add(child);
      }
    }
    return children.stream();
  }
}
