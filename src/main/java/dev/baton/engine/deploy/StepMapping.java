package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Mapping of a step of one diagram to a step of another by a person's choice: which may take the
 * place of which, and which of their timers belong together.
 */
record StepMapping(ModelXml from, ModelXml to) {
  /** Parameter of the step that records an answer: the clock that ends with it. */
  private static final String CLOCK = "clock";

  /** A timer of the one step and the one of the other that waits for the same. */
  record Timer(String from, String to) {}

  static Optional<Element> element(ModelXml model, String id) {
    return model.all().filter(element -> ModelXml.id(element).equals(id)).findFirst();
  }

  /** The label of an element in one line, or its id where it has none. */
  static String name(Element element) {
    return ModelXml.attribute(element, "name")
        .map(name -> name.replaceAll("\\s+", " "))
        .orElse(ModelXml.id(element));
  }

  /** The steps that can take the place of one, in the order of the diagram. */
  List<Element> choices(String step) {
    Set<String> known =
        from.all().map(ModelXml::id).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    return element(from, step).stream()
        .flatMap(element -> to.all(element.getLocalName()))
        .filter(element -> !known.contains(ModelXml.id(element)))
        .filter(element -> problem(step, ModelXml.id(element)).isEmpty())
        .toList();
  }

  /** What hinders the one from taking the place of the other, if anything does. */
  Optional<String> problem(String step, String target) {
    Element before = element(from, step).orElseThrow();
    Element after = element(to, target).orElse(null);
    if (after == null) {
      return Optional.of("the changed diagram has no '%s'".formatted(target));
    }
    if (!after.getLocalName().equals(before.getLocalName())) {
      return Optional.of("'%s' is another kind of step".formatted(name(after)));
    }
    if (!clocks(from, step).equals(clocks(to, target))) {
      return Optional.of(
          "'%s' has another clock, and a due instant can't go over to that".formatted(name(after)));
    }
    return boundaries(from, step)
        .filter(timer -> counterpart(timer, target).isEmpty())
        .map(
            timer -> "'%s' has nothing that waits as '%s' does".formatted(name(after), name(timer)))
        .findFirst();
  }

  List<Timer> timers(String step, String target) {
    return boundaries(from, step)
        .flatMap(
            timer ->
                counterpart(timer, target).stream()
                    .map(other -> new Timer(ModelXml.id(timer), ModelXml.id(other))))
        .toList();
  }

  private Optional<Element> counterpart(Element timer, String target) {
    return boundaries(to, target)
        .filter(other -> waitsFor(other).equals(waitsFor(timer)))
        .findFirst();
  }

  private static Stream<Element> boundaries(ModelXml model, String step) {
    return model
        .all("boundaryEvent")
        .filter(
            event -> ModelXml.attribute(event, "attachedToRef").filter(step::equals).isPresent());
  }

  /** What an event waits for, as its diagram writes it. */
  private static String waitsFor(Element event) {
    return ModelXml.all(event, "timeDate").findFirst().map(ModelXml::text).orElse("");
  }

  /** The clocks that end with the answer to a step. */
  private static Set<String> clocks(ModelXml model, String step) {
    return model
        .all("sequenceFlow")
        .filter(flow -> ModelXml.attribute(flow, "sourceRef").filter(step::equals).isPresent())
        .flatMap(flow -> ModelXml.attribute(flow, "targetRef").stream())
        .flatMap(next -> element(model, next).stream())
        .flatMap(next -> ModelXml.all(next, "inputParameter"))
        .filter(input -> ModelXml.attribute(input, "name").filter(CLOCK::equals).isPresent())
        .map(ModelXml::text)
        .collect(Collectors.toSet());
  }
}
