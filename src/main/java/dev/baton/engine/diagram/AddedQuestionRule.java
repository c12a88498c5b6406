package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
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
  private static final String ENDS = "${recordOwedAnswer}";

  private final ShippedModels models;

  AddedQuestionRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    models
        .processesOf(model)
        .filter(ours -> ours.all("businessRuleTask").anyMatch(AddedClocks::isStartedBy))
        .forEach(
            ours -> {
              Set<String> answered = new HashSet<>();
              AskedTask.added(model, models)
                  .forEach(task -> question(task, ours, answered, modelLookup, findings));
              AddedClocks.strays(model, ours, answered, findings);
            });
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
      AddedClocks.check(task, behind.get(0), ours, answered, modelLookup, findings);
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
}
