package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.ShippedModelFiles.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A timer's label promises what the table that ships says, in the order of its rows. */
class ModelPromisesTest {
  private static final int HOUR = 60;

  /** No table says when these are: a person named the day, or the plan of reviews did. */
  private static final Set<String> WITHOUT_A_PROMISE =
      Set.of("decisionDueToday", "decisionOverdue of decision-follow-up", "reviewDay");

  @ParameterizedTest
  @CsvSource({
    "review, review",
    "qualification, qualification",
    "first_touch, firstTouch",
    "opportunity, opportunity"
  })
  void the_clocks_of_a_handoff_promise_what_the_sla_policy_says(String clock, String timer) {
    var rows =
        rows("sla-policy", row -> row.is("clock", clock) && !row.is("handRaise = true", "true"));

    assertThat(promise("lead-handoff", timer + "Overdue"))
        .isEqualTo(times(rows, "targetMinutes", 1));
    assertThat(promise("lead-handoff", timer + "DueSoon"))
        .isEqualTo(times(rows, "warningMinutes", 1) + " before");
  }

  @Test
  void a_note_says_what_is_promised_to_who_asked_for_sales() {
    var rows =
        rows("sla-policy", row -> row.is("clock", "review") && row.is("handRaise = true", "true"));

    assertThat(note("lead-handoff", "handRaisers"))
        .isEqualTo(
            "Asked for sales: %s, reminded %s before"
                .formatted(times(rows, "targetMinutes", 1), times(rows, "warningMinutes", 1)));
  }

  @Test
  void a_note_says_how_soon_a_lead_has_an_owner() {
    var rows = rows("sla-policy", row -> row.is("clock", "route"));

    assertThat(note("lead-handoff", "ownerWithin"))
        .isEqualTo("An owner within %s".formatted(times(rows, "targetMinutes", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "rejection-follow-up, answer, answer",
    "rejection-follow-up, decision, decision",
    "find-contact, contact, contact",
    "merge-duplicate, name, duplicate"
  })
  void what_follows_a_no_is_due_as_marketing_promises(String model, String timer, String promise) {
    var rows = rows("marketing-sla", row -> row.is("promise", promise));

    assertThat(promise(model, timer + "Overdue")).isEqualTo(times(rows, "hours", HOUR));
    assertThat(promise(model, timer + "DueSoon"))
        .isEqualTo(times(rows, "warningHours", HOUR) + " before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"revive-lead", "research-account", "plan-next-step", "ready-to-talk"})
  void a_proposal_is_due_as_its_pace_says(String agent) {
    var rows = rows("proposal-pace", row -> row.is("agent", agent));

    assertThat(promise(agent, "proposalOverdue")).isEqualTo(times(rows, "hours", HOUR));
    assertThat(promise(agent, "proposalDueSoon"))
        .isEqualTo(times(rows, "warningHours", HOUR) + " before");
  }

  @Test
  void a_review_is_held_as_the_cadence_says() {
    var rows = rows("review-cadence", row -> true);

    assertThat(promise("handoff-review", "reviewOverdue")).isEqualTo(times(rows, "hours", HOUR));
    assertThat(promise("handoff-review", "reviewDueSoon"))
        .isEqualTo(times(rows, "warningHours", HOUR) + " before");
  }

  @Test
  void the_rungs_of_the_ladder_wait_as_their_table_says() {
    var rows = rows("escalation-ladder", row -> true);

    assertThat(promise("escalation", "reminderDue"))
        .isEqualTo("after " + times(rows, "remindMinutes", 1));
    assertThat(promise("escalation", "reassignmentDue"))
        .isEqualTo("after " + times(rows, "reassignMinutes", 1));
  }

  @Test
  void mails_follow_each_other_as_the_pace_says() {
    var days =
        new TreeSet<>(
            rows("nurture-pace", row -> true).stream().map(row -> row.number("waitDays")).toList());

    assertThat(promise("lead-nurture", "mailDue"))
        .isEqualTo("after %d to %d days".formatted(days.first(), days.last()));
  }

  @Test
  void no_timer_is_without_its_promise() {
    assertThat(
            ShippedModelFiles.processes()
                .flatMap(
                    model ->
                        timers(model)
                            .filter(timer -> !timer.getName().contains("·"))
                            .map(timer -> named(timer, model))))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_A_PROMISE);
  }

  private static String named(FlowNode timer, Model<BpmnModelInstance> model) {
    boolean known = WITHOUT_A_PROMISE.contains(timer.getId());
    return known ? timer.getId() : timer.getId() + " of " + model.name();
  }

  private static Stream<FlowNode> timers(Model<BpmnModelInstance> model) {
    return model.tree().getModelElementsByType(TimerEventDefinition.class).stream()
        .map(timer -> (FlowNode) timer.getParentElement());
  }

  /** What stands behind the point, in one line. */
  private static String promise(String model, String timer) {
    FlowNode node = model(model).tree().getModelElementById(timer);
    return node.getName().replaceAll("\\s+", " ").replaceFirst("^[^·]*· ", "");
  }

  private static String note(String model, String id) {
    TextAnnotation note = model(model).tree().getModelElementById(id);
    return note.getText().getTextContent();
  }

  private static Model<BpmnModelInstance> model(String name) {
    return ShippedModelFiles.processes()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Each time once, such as {@code 24 h / 48 h}; from three days on in days. */
  private static String times(List<Row> rows, String column, int minutes) {
    assertThat(rows).isNotEmpty();
    return rows.stream()
        .map(row -> time(row.number(column) * minutes))
        .distinct()
        .collect(Collectors.joining(" / "));
  }

  private static String time(int minutes) {
    int hours = minutes / HOUR;
    if (minutes % HOUR != 0) {
      return minutes + " minutes";
    }
    return hours > 48 && hours % 24 == 0 ? hours / 24 + " days" : hours + " h";
  }

  private static List<Row> rows(String table, Predicate<Row> wanted) {
    return ShippedModelFiles.decisions()
        .filter(each -> each.name().equals(table))
        .flatMap(each -> each.tree().getModelElementsByType(DecisionTable.class).stream())
        .flatMap(each -> each.getRules().stream().map(rule -> Row.of(each, rule)))
        .filter(row -> row.cells().values().stream().anyMatch(cell -> !cell.isEmpty()))
        .filter(wanted)
        .toList();
  }

  /**
   * One row of a table.
   *
   * @param cells by the expression of an input and the name of an output
   */
  private record Row(Map<String, String> cells) {

    static Row of(DecisionTable table, Rule rule) {
      Map<String, String> cells = new HashMap<>();
      List<InputEntry> inputs = List.copyOf(rule.getInputEntries());
      List<Input> asked = List.copyOf(table.getInputs());
      for (int i = 0; i < inputs.size(); i++) {
        cells.put(
            asked.get(i).getInputExpression().getText().getTextContent(),
            inputs.get(i).getText().getTextContent());
      }
      List<OutputEntry> outputs = List.copyOf(rule.getOutputEntries());
      List<Output> told = List.copyOf(table.getOutputs());
      for (int i = 0; i < outputs.size(); i++) {
        cells.put(told.get(i).getName(), outputs.get(i).getText().getTextContent());
      }
      return new Row(cells);
    }

    boolean is(String column, String word) {
      return cells.get(column).replace("\"", "").equals(word);
    }

    /** A cell says a number, or a product of two. */
    int number(String column) {
      return Stream.of(cells.get(column).split("\\*"))
          .mapToInt(factor -> Integer.parseInt(factor.strip()))
          .reduce(1, Math::multiplyExact);
    }
  }
}
