package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A step that ships does what it did, wherever a designer puts it and whatever it is called: the
 * file that ships says its form, clock, table, listeners and dates. Only what helps may go, and the
 * rungs of the ladder.
 */
class ShippedStepRule implements ModelRule {
  /** Steps without which a handoff still goes its way. */
  private static final Set<String> MAY_GO =
      Set.of("${enrichLead}", "${alertOwner}", "${remindOwner}");

  private static final String LADDER = "escalation";

  private final ShippedModels models;

  ShippedStepRule(ShippedModels models) {
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
    boolean fixed = isFixed(ours);
    ours.all()
        .filter(each -> is(each, "process", "sequenceFlow") || isNode(each))
        .forEach(
            needed -> {
              Element found = present.get(id(needed));
              if (found != null && is(found, needed.getLocalName())) {
                wiring(ours, needed, theirs, found, findings);
                event(needed, found, findings);
              } else if (isFoundById(needed) || (fixed && mustStay(needed))) {
                findings.add(
                    process,
                    "lacks %s, which the application relies on; keep it and its id",
                    ModelXml.label(needed));
              }
            });
  }

  /** Whether each step of a process counts; what follows a miss is a designer's to say. */
  static boolean isFixed(ModelXml ours) {
    return ours.all("process").map(ModelXml::id).noneMatch(LADDER::equals);
  }

  static boolean isNode(Element element) {
    return DrawnRule.isOnTheWay(element) && !is(element, "sequenceFlow");
  }

  /** Whether no handoff goes its way without this step. */
  static boolean mustStay(Element element) {
    return isNode(element)
        && !isPlainEnd(element)
        && attribute(element, "delegateExpression").filter(MAY_GO::contains).isEmpty();
  }

  static boolean isPlainEnd(Element element) {
    return is(element, "endEvent") && Wiring.eventDefinitions(element).isEmpty();
  }

  private static boolean isFoundById(Element element) {
    return is(element, "userTask", "boundaryEvent")
        || (is(element, "startEvent")
            && ModelXml.children(element, "messageEventDefinition").findAny().isPresent())
        || (is(element, "businessRuleTask")
            && ModelXml.all(element, "executionListener")
                .anyMatch(each -> attribute(each, "event").filter("end"::equals).isPresent()));
  }

  private static void wiring(
      ModelXml ours, Element needed, ModelXml theirs, Element found, Findings findings) {
    if (findings.has(found)) {
      return; // what is misspelt is told once
    }
    List<String> before = Wiring.of(ours, needed);
    List<String> now = Wiring.of(theirs, found);
    List<String> lost = Wiring.lacking(before, now);
    List<String> added = Wiring.lacking(now, before);
    if (!lost.isEmpty()) {
      findings.add(
          found,
          added.isEmpty() ? "must keep %s" : "must keep %s, and not have %s in its place",
          String.join(", ", lost),
          String.join(", ", added));
    } else if (!added.isEmpty()) {
      findings.add(
          found,
          "does more than the one that ships: %s; take it out, and add a step of your own",
          String.join(", ", added));
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
      boolean ends = isTrue(needed, interrupts);
      if (ends != isTrue(found, interrupts)) {
        findings.add(
            found,
            ends
                ? "must end what it interrupts; make it interrupting again"
                : "must not end its task: a late answer is still an answer; make it"
                    + " non-interrupting again");
      }
    }
    waitsFor(needed)
        .filter(time -> isNode(needed) && !time.equals(waitsFor(found).orElse("")))
        .ifPresent(
            time ->
                findings.add(found, "must wait for %s, which the table of deadlines sets", time));
  }

  private static boolean isTrue(Element event, String attribute) {
    return !attribute(event, attribute).orElse("true").equals("false");
  }

  private static Optional<String> waitsFor(Element event) {
    return Wiring.eventDefinitions(event).stream()
        .flatMap(each -> ModelXml.children(each, "timeDate"))
        .findFirst()
        .map(ModelXml::text);
  }
}
