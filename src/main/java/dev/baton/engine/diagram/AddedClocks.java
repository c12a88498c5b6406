package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.PolicyRule;
import dev.baton.engine.gate.PromisedClockRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Clocks of questions that a designer adds: each its own, started as those that ship. */
final class AddedClocks {
  private static final String STARTS = "${startClock}";
  private static final Set<String> TAKEN =
      Set.of("outcome", "reassign", "claim", "decline", "restart", "merge");

  private AddedClocks() {}

  /** The clock that a recording step names starts in front of its question, and has a deadline. */
  static void check(
      AskedTask task,
      Element recording,
      ModelXml ours,
      Set<String> answered,
      ModelLookup modelLookup,
      Findings findings) {
    String clock = AskedTask.clock(recording);
    if (!clock.matches("[a-z][a-z0-9_]{1,19}")
        || TAKEN.contains(clock)
        || shippedClocks(ours).contains(clock)) {
      findings.add(
          recording,
          "names the clock '%s'; give the question one of its own, of 2 to 20 small letters,"
              + " digits and _, such as legal_check",
          clock);
      return;
    }
    if (!answered.add(clock)) {
      findings.add(recording, "ends the clock '%s', which another question has already", clock);
    }
    List<Element> starting =
        before(task.model(), task.element()).stream()
            .filter(rule -> isStartedBy(rule) && AskedTask.clock(rule).equals(clock))
            .toList();
    starting.forEach(rule -> likeOthers(rule, task.model(), ours, findings));
    if (starting.isEmpty()) {
      findings.add(
          task.element(),
          "has no clock: put 'Choose SLA of own question' in front of it and name the clock '%s'"
              + " there",
          clock);
    }
    boolean promised =
        modelLookup.model(ModelKind.DECISION, PolicyRule.POLICY).stream()
            .flatMap(policy -> policy.all("decisionTable"))
            .anyMatch(table -> PromisedClockRule.isPromised(table, clock));
    if (!promised) {
      findings.add(
          task.element(),
          "has no deadline: add a row for the clock \"%s\" to %s, and deploy that first or"
              + " together",
          clock,
          PolicyRule.POLICY);
    }
  }

  /** A clock starts as those that ship do: by the same table, with the same listeners. */
  private static void likeOthers(Element rule, ModelXml model, ModelXml ours, Findings findings) {
    ours.all("businessRuleTask")
        .filter(AddedClocks::isStartedBy)
        .findFirst()
        .map(other -> Wiring.lacking(Wiring.of(ours, other), Wiring.of(model, rule)))
        .map(lost -> lost.stream().filter(part -> !part.contains("'clock'")).toList())
        .filter(lost -> !lost.isEmpty())
        .ifPresent(
            lost ->
                findings.add(
                    rule,
                    "must have %s, as other clocks do; append it from its template",
                    String.join(", ", lost)));
  }

  private static Set<String> shippedClocks(ModelXml ours) {
    Set<String> clocks =
        ours.all("businessRuleTask").map(AskedTask::clock).collect(Collectors.toSet());
    clocks.add("route");
    return clocks;
  }

  /** All rule tasks from which one gets here without another person being asked. */
  private static Set<Element> before(ModelXml model, Element task) {
    Set<Element> rules = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id(task)));
    while (!open.isEmpty()) {
      String at = open.pop();
      model
          .all("sequenceFlow")
          .filter(flow -> attribute(flow, "targetRef").filter(at::equals).isPresent())
          .flatMap(flow -> attribute(flow, "sourceRef").stream())
          .filter(seen::add)
          .flatMap(from -> model.all().filter(each -> id(each).equals(from)))
          .filter(from -> !is(from, "userTask"))
          .forEach(
              from -> {
                if (is(from, "businessRuleTask")) {
                  rules.add(from);
                }
                open.push(id(from));
              });
    }
    return rules;
  }

  /** A clock that starts and is never ended is somebody's deadline for nothing. */
  static void strays(ModelXml model, ModelXml ours, Set<String> answered, Findings findings) {
    Set<String> shipped =
        ours.all("businessRuleTask").map(ModelXml::id).collect(Collectors.toSet());
    model
        .all("businessRuleTask")
        .filter(rule -> !shipped.contains(id(rule)) && isStartedBy(rule))
        .filter(rule -> !answered.contains(AskedTask.clock(rule)))
        .forEach(
            rule ->
                findings.add(
                    rule,
                    "starts the clock '%s', which no added question ends; a question of your own"
                        + " has a clock of its own",
                    AskedTask.clock(rule)));
  }

  static boolean isStartedBy(Element rule) {
    return ModelXml.all(rule, "executionListener")
        .anyMatch(listener -> AskedTask.calls(listener, "end", STARTS));
  }
}
