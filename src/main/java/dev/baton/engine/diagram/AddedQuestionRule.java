package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.PolicyRule;
import dev.baton.engine.gate.ShippedModels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A question that a designer adds beside those that ship is whole: a clock of its own starts in
 * front of it and ends behind it, two timers watch it, and its form says what was decided.
 */
class AddedQuestionRule implements ModelRule {
  private static final String STARTS = "${startClock}";
  private static final String ENDS = "${recordOwedAnswer}";
  private static final Set<String> TAKEN =
      Set.of("outcome", "reassign", "claim", "decline", "restart", "merge");

  private final ShippedModels models;

  AddedQuestionRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("process")
        .flatMap(process -> models.find(ModelKind.PROCESS, id(process)).stream())
        .map(ShippedModels.Model::xml)
        .filter(ours -> ours.all("businessRuleTask").anyMatch(AddedQuestionRule::startsClock))
        .forEach(
            ours -> {
              Set<String> answered = new HashSet<>();
              AskedTask.added(model, models)
                  .forEach(task -> question(task, ours, answered, modelLookup, findings));
              strayClocks(model, ours, answered, findings);
            });
  }

  static boolean startsClock(Element rule) {
    return ModelXml.all(rule, "executionListener")
        .anyMatch(listener -> AskedTask.calls(listener, "end", STARTS));
  }

  private static void question(
      AskedTask task,
      ModelXml ours,
      Set<String> answered,
      ModelLookup modelLookup,
      Findings findings) {
    Element element = task.element();
    List<Element> behind = AskedTask.behind(task.model(), element);
    boolean isRecorded =
        behind.size() == 1
            && attribute(behind.get(0), "delegateExpression").filter(ENDS::equals).isPresent();
    if (!isRecorded) {
      findings.add(
          element,
          "must be followed by 'Record owed answer', which keeps the answer and ends its clock;"
              + " append it from its template and name the clock there");
    } else {
      clock(task, behind.get(0), ours, answered, modelLookup, findings);
    }
    if (!task.dueDate().equals("${dueAt}")) {
      findings.add(element, "must be due at ${dueAt}, when its clock says");
    }
    timer(task, "${warnAt}", "due soon", ours, findings);
    timer(task, "${dueAt}", "overdue", ours, findings);
    listener(task, "create", "${describeTask}", "company and score in the task list", findings);
    listener(task, "assignment", "${claimLead}", "that who claims it owns the lead", findings);
    task.form().ifPresent(form -> decides(element, form, modelLookup, findings));
  }

  private static void clock(
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
            .filter(rule -> startsClock(rule) && AskedTask.clock(rule).equals(clock))
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
            .anyMatch(table -> PolicyRule.isPromised(table, clock));
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
        .filter(AddedQuestionRule::startsClock)
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

  private static void timer(
      AskedTask task, String instant, String what, ModelXml ours, Findings findings) {
    Optional<Element> timer = task.timer(instant);
    if (timer.isEmpty()) {
      findings.add(
          task.element(),
          "has no timer for %s; copy that of another task, which waits for %s",
          what,
          instant);
      return;
    }
    Element event = timer.get();
    if (!attribute(event, "cancelActivity").orElse("true").equals("false")) {
      findings.add(
          event,
          "must not end its task: a late answer is still an answer; make it non-interrupting");
    }
    if (ModelXml.all(event, "executionListener")
        .noneMatch(listener -> AskedTask.calls(listener, "start", "${noteTimer}"))) {
      findings.add(
          event, "needs the listener ${noteTimer} at its start, which says which timer it was");
    }
    Set<String> places = placesOfTimers(ours);
    if (AskedTask.behind(task.model(), event).stream().noneMatch(e -> places.contains(id(e)))) {
      findings.add(event, "must lead to '%s', as other timers do", String.join("' or '", places));
    }
  }

  private static Set<String> placesOfTimers(ModelXml ours) {
    return ours.all("boundaryEvent")
        .filter(event -> ModelXml.all(event, "timeDate").findAny().isPresent())
        .flatMap(event -> AskedTask.behind(ours, event).stream())
        .map(ModelXml::id)
        .collect(Collectors.toSet());
  }

  private static void listener(
      AskedTask task, String event, String listener, String why, Findings findings) {
    if (!task.hears(event, listener)) {
      findings.add(
          task.element(), "needs the task listener %s at its %s, for %s", listener, event, why);
    }
  }

  private static void decides(
      Element task, String form, ModelLookup modelLookup, Findings findings) {
    Optional<JsonNode> fields = modelLookup.content(ModelKind.FORM, form).flatMap(Forms::json);
    if (fields.isPresent() && !fields.get().findValuesAsText("key").contains("decision")) {
      findings.add(
          task,
          "has the form '%s', which doesn't ask for 'decision'; add a field of that key, which"
              + " says what the answer is",
          form);
    }
  }

  private static void strayClocks(
      ModelXml model, ModelXml ours, Set<String> answered, Findings findings) {
    Set<String> shipped =
        ours.all("businessRuleTask").map(ModelXml::id).collect(Collectors.toSet());
    model
        .all("businessRuleTask")
        .filter(rule -> !shipped.contains(id(rule)) && startsClock(rule))
        .filter(rule -> !answered.contains(AskedTask.clock(rule)))
        .forEach(
            rule ->
                findings.add(
                    rule,
                    "starts the clock '%s', which no added question ends; a question of your own"
                        + " has a clock of its own",
                    AskedTask.clock(rule)));
  }
}
