package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A process that ships keeps what the application finds by id: its questions, their clocks and
 * timers, the messages that it listens to, and right behind each question the step that records the
 * answer.
 */
class HandoffRule implements ModelRule {
  private final ShippedModels models;

  HandoffRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("process")
        .forEach(
            process ->
                models
                    .find(ModelKind.PROCESS, id(process))
                    .ifPresent(ours -> compare(ours.xml(), model, process, findings)));
  }

  private static void compare(ModelXml ours, ModelXml theirs, Element process, Findings findings) {
    Map<String, Element> present =
        theirs
            .all()
            .filter(element -> !id(element).isEmpty())
            .collect(Collectors.toMap(ModelXml::id, Function.identity(), (a, b) -> a));
    boolean asksSeveral =
        theirs.all().anyMatch(each -> is(each, "inclusiveGateway", "parallelGateway"));
    ours.all("endEvent")
        .filter(end -> asksSeveral && present.containsKey(id(end)))
        .forEach(end -> ends(end, Objects.requireNonNull(present.get(id(end))), findings));
    ours.all()
        .filter(HandoffRule::isFoundById)
        .forEach(
            needed -> {
              Element found = present.get(id(needed));
              if (found == null || !is(found, needed.getLocalName())) {
                findings.add(
                    process,
                    "lacks %s, which the application relies on; keep it and its id",
                    ModelXml.label(needed));
              } else if (is(needed, "userTask")) {
                answered(ours, needed, theirs, found, findings);
              } else {
                event(needed, found, findings);
              }
            });
  }

  private static boolean isFoundById(Element element) {
    return is(element, "userTask", "boundaryEvent")
        || (is(element, "startEvent")
            && ModelXml.children(element, "messageEventDefinition").findAny().isPresent())
        || (is(element, "businessRuleTask")
            && ModelXml.all(element, "executionListener").anyMatch(HandoffRule::startsClock));
  }

  /** Where several are asked, an end that ends everything, or turns the lead down, goes on so. */
  private static void ends(Element needed, Element found, Findings findings) {
    for (String how : List.of("terminateEventDefinition", "errorEventDefinition")) {
      if (ModelXml.children(needed, how).findAny().isPresent()
          && ModelXml.children(found, how).findAny().isEmpty()) {
        findings.add(
            found, "must stay the end that it was (%s)", how.replace("EventDefinition", ""));
      }
    }
  }

  /**
   * An event that ships stays where it was, waits for the same, and ends nothing that it didn't.
   */
  private static void event(Element needed, Element found, Findings findings) {
    String place = attribute(needed, "attachedToRef").orElse("");
    if (!place.equals(attribute(found, "attachedToRef").orElse(""))) {
      findings.add(found, "must stay at '%s'", place);
    }
    for (String interrupts : List.of("cancelActivity", "isInterrupting")) {
      boolean ends = !attribute(needed, interrupts).orElse("true").equals("false");
      if (ends != !attribute(found, interrupts).orElse("true").equals("false")) {
        findings.add(
            found,
            ends
                ? "must end what it interrupts; make it interrupting again"
                : "must not end its task: a late answer is still an answer; make it"
                    + " non-interrupting again");
      }
    }
    waitsFor(needed)
        .filter(time -> !time.equals(waitsFor(found).orElse("")))
        .ifPresent(
            time ->
                findings.add(found, "must wait for %s, which the table of deadlines sets", time));
  }

  private static Optional<String> waitsFor(Element event) {
    return ModelXml.all(event, "timeDate").findFirst().map(ModelXml::text);
  }

  private static boolean startsClock(Element listener) {
    return attribute(listener, "event").filter("end"::equals).isPresent();
  }

  private static void answered(
      ModelXml ours, Element needed, ModelXml theirs, Element found, Findings findings) {
    Optional<Element> recording = behind(ours, needed);
    String step = recording.flatMap(HandoffRule::step).orElse("");
    if (!step.equals(behind(theirs, found).flatMap(HandoffRule::step).orElse(""))) {
      findings.add(
          found,
          "must be followed by %s, which checks and records the answer; put new steps behind it",
          recording.map(ModelXml::label).orElse("its end"));
    }
  }

  private static Optional<String> step(Element element) {
    return attribute(element, "delegateExpression");
  }

  private static Optional<Element> behind(ModelXml model, Element task) {
    return model
        .all("sequenceFlow")
        .filter(flow -> attribute(flow, "sourceRef").orElse("").equals(id(task)))
        .flatMap(
            flow ->
                model
                    .all()
                    .filter(next -> id(next).equals(attribute(flow, "targetRef").orElse(""))))
        .findFirst();
  }
}
