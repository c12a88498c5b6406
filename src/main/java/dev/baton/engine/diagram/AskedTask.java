package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A user task, and what surrounds it in its model. */
record AskedTask(ModelXml model, Element element) {

  /** Those that a model asks and the shipped one of the same process doesn't. */
  static Stream<AskedTask> added(ModelXml model, ShippedModels models) {
    return model
        .all("process")
        .flatMap(
            process -> {
              Set<String> ours =
                  models.find(ModelKind.PROCESS, id(process)).stream()
                      .flatMap(shipped -> shipped.xml().all("userTask"))
                      .map(ModelXml::id)
                      .collect(Collectors.toSet());
              return ModelXml.all(process, "userTask")
                  .filter(task -> !ours.contains(id(task)))
                  .map(task -> new AskedTask(model, task));
            });
  }

  Optional<String> form() {
    return attribute(element, "formRef").filter(key -> !key.isBlank());
  }

  String dueDate() {
    return attribute(element, "dueDate").orElse("").strip();
  }

  /** The timers at its edge. */
  List<Element> timers() {
    return model
        .all("boundaryEvent")
        .filter(event -> attribute(event, "attachedToRef").filter(id(element)::equals).isPresent())
        .filter(event -> ModelXml.children(event, "timerEventDefinition").findAny().isPresent())
        .toList();
  }

  /** The timer at its edge that waits for this. */
  Optional<Element> timer(String instant) {
    return timers().stream()
        .filter(
            event ->
                ModelXml.all(event, "timeDate")
                    .anyMatch(date -> ModelXml.text(date).equals(instant)))
        .findFirst();
  }

  boolean hears(String event, String listener) {
    return ModelXml.all(element, "taskListener").anyMatch(each -> calls(each, event, listener));
  }

  static boolean calls(Element listener, String event, String step) {
    return attribute(listener, "event").filter(event::equals).isPresent()
        && attribute(listener, "delegateExpression").filter(step::equals).isPresent();
  }

  /** What comes right behind an element. */
  static List<Element> behind(ModelXml model, Element from) {
    Set<String> targets =
        model
            .all("sequenceFlow")
            .filter(flow -> attribute(flow, "sourceRef").filter(id(from)::equals).isPresent())
            .flatMap(flow -> attribute(flow, "targetRef").stream())
            .collect(Collectors.toSet());
    return model.all().filter(each -> targets.contains(id(each))).toList();
  }

  /** The clock that an element names, or nothing. */
  static String clock(Element element) {
    return ModelXml.all(element, "inputParameter")
        .filter(each -> attribute(each, "name").filter("clock"::equals).isPresent())
        .map(ModelXml::text)
        .findFirst()
        .orElse("");
  }
}
