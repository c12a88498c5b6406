package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.people.Role;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.figures.FigureTable;
import dev.baton.review.figures.FrozenFigures;
import dev.baton.review.figures.ReviewFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reviews over weeks: planned, opened, held, missed; and what becomes of what they decide. */
class HandoffReviewTest {
  /** The next Monday at nine; the company has no zone of its own, so UTC. */
  private static final Instant MONDAY = HandoffScenario.START.plus(Duration.ofDays(7));

  private static final Duration WEEK = Duration.ofDays(7);

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void each_kind_is_planned_once_however_often_and_by_whomever_it_is_looked_after() {
    plans();
    plans();

    assertThat(reviews(State.PLANNED))
        .extracting(review -> review.kind() + " " + review.slotAt())
        .containsExactly(
            "MONTHLY_THRESHOLD 2026-03-03T09:00:00Z",
            "WEEKLY_HANDOFF 2026-03-09T09:00:00Z",
            "QUARTERLY_RESCORING 2026-04-07T09:00:00Z");
    assertThat(running(ReviewProcess.REVIEW)).isEqualTo(3);
  }

  @Test
  void on_its_day_the_figures_are_frozen_and_sent_and_the_next_one_is_planned() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "low_intent");
    HandoffReview review = opened();

    assertThat(review.openDeadline().openedAt()).isEqualTo(MONDAY);
    assertThat(review.openDeadline().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(48)));
    assertThat(value(review, "funnel", "MQL", 0)).isEqualTo(1);
    assertThat(value(review, "reasons", "No real interest yet", 0)).isEqualTo(1);
    assertThat(value(review, "contested", "Waiting for marketing", 0)).isEqualTo(1);
    assertThat(told("marc", "review:" + review.id()))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo("review");
              assertThat(notice.state()).isEqualTo("sent");
              assertThat(notice.body())
                  .contains("Weekly handoff review", "Why did sales say no", "/reviews/");
            });
    assertThat(told("mona", "review:" + review.id())).hasSize(1);
    assertThat(told("ben", "review:")).isEmpty();
    assertThat(planned(ReviewType.WEEKLY_HANDOFF).slotAt()).isEqualTo(MONDAY.plus(WEEK));

    scenario.rita().rejects(scenario.lead("bob@acme.example").requestsDemo(), "low_intent");
    assertThat(value(review, "funnel", "MQL", 0)).as("as it was").isEqualTo(1);
  }

  @Test
  void the_process_holds_ids_and_instants_and_no_word_that_was_said() {
    HandoffReview review = opened();
    holds(review, List.of(decision("Ask for the company's size", "marc", "2026-03-20")));

    assertThat(scenario.bean(RuntimeService.class).createVariableInstanceQuery().list())
        .extracting(VariableInstance::getName)
        .isSubsetOf(ReviewProcess.VARIABLES.stream().map(v -> v.name()).toList());
  }

  @Test
  void a_decision_is_its_owner_s_task_and_the_next_review_lists_what_became_of_it() {
    HandoffReview first = opened();
    holds(
        first,
        List.of(
            decision("Ask for the company's size", "marc", "2026-03-12"),
            decision("Call within an hour", "ben", "2026-03-13")));

    assertThat(scenario.bean(HandoffReviews.class).find(first.id()).orElseThrow().state())
        .isEqualTo(State.HELD);
    assertThat(running(ReviewProcess.DECISION)).isEqualTo(2);
    AgreedDecision size = decisions(first).get(0);
    AgreedDecision call = decisions(first).get(1);
    assertThat(task(size.id()).getAssignee()).isEqualTo("marc");
    assertThat(task(size.id()).getDueDate().toInstant())
        .isEqualTo(Instant.parse("2026-03-13T00:00:00Z"));

    then(() -> commands().close(size.id(), Map.of("result", "done", "note", "Live"), "marc"));
    passes(Duration.ofDays(7));

    HandoffReview second = open(ReviewType.WEEKLY_HANDOFF);
    assertThat(queries().details(second.id()).orElseThrow().earlier())
        .extracting(agreed -> agreed.decision().what() + ": " + agreed.state())
        .containsExactly("Ask for the company's size: done", "Call within an hour: overdue");
    assertThat(told("ben", "decision-soon:" + call.id())).hasSize(1);
    assertThat(told("mona", "decision-late:" + call.id())).hasSize(1);
    assertThat(told("marc", "decision-soon:")).as("done before").isEmpty();

    holds(second, List.of());
    passes(WEEK);
    assertThat(queries().details(open(ReviewType.WEEKLY_HANDOFF).id()).orElseThrow().earlier())
        .as("what is still open is listed until it is closed")
        .extracting(agreed -> agreed.decision().id())
        .containsExactly(call.id());
    then(() -> commands().close(call.id(), Map.of("result", "dropped", "note", "No"), "mona"));
    assertThat(running(ReviewProcess.DECISION)).isZero();
  }

  @Test
  void a_decision_is_closed_by_its_owner_or_a_manager_through_tasklist_too() {
    HandoffReview review = opened();
    holds(review, List.of(decision("Call within an hour", "ben", "2026-03-13")));
    AgreedDecision call = decisions(review).get(0);

    assertThatThrownBy(() -> inTasklist(call.id(), "marc", Map.of("result", "done")))
        .hasMessage("Only its owner or a manager says what became of it");
    assertThatThrownBy(() -> inTasklist(call.id(), "ben", Map.of("result", "dropped")))
        .hasMessage("note: say why it is not done");
    inTasklist(call.id(), "ben", Map.of("result", "done"));
    assertThat(decisions(review).get(0).state(scenario.now())).isEqualTo("done");
    assertThatThrownBy(() -> commands().close(call.id(), Map.of("result", "done"), "mona"))
        .hasMessage("ben said already what became of it");
  }

  @Test
  void it_is_held_in_tasklist_with_the_rows_of_the_form() {
    HandoffReview review = opened();
    assertThat(task(review.id()).getDueDate().toInstant()).isEqualTo(review.openDeadline().dueAt());

    assertThatThrownBy(() -> inTasklist(review.id(), "ben", Map.of()))
        .hasMessage("Only who takes part in this review holds it");
    assertThatThrownBy(
            () -> inTasklist(review.id(), "marc", Map.of("what1", "Call", "owner1", "dora")))
        .hasMessageContaining("owner1: nobody of sales")
        .hasMessageContaining("dueOn1: by which day");
    inTasklist(
        review.id(),
        "marc",
        Map.of(
            "summary", "Short one",
            "what1", "Call within an hour",
            "owner1", "ben",
            "dueOn1", "2026-03-13"));

    HandoffReview held = scenario.bean(HandoffReviews.class).find(review.id()).orElseThrow();
    assertThat(held.outcome().closedBy()).isEqualTo("marc");
    assertThat(held.outcome().summary()).isEqualTo("Short one");
    assertThat(decisions(review)).extracting(AgreedDecision::owner).containsExactly("ben");
  }

  @Test
  void what_is_wrong_with_minutes_is_told_field_by_field_and_nothing_is_kept() {
    HandoffReview review = opened();
    assertThatThrownBy(
            () ->
                commands()
                    .hold(
                        review.id(),
                        Map.of(
                            "notes", Map.of("weather", "Fine"),
                            "decisions",
                                List.of(
                                    Map.of("owner", "ben", "dueOn", "2026-03-13"),
                                    Map.of("what", "x", "owner", "ben", "dueOn", "2026-03-01")),
                            "attended", List.of("zoe")),
                        "marc"))
        .hasMessageContaining("notes.weather: not on the agenda")
        .hasMessageContaining("decisions[0].what: say what is to be done")
        .hasMessageContaining("decisions[1].dueOn: a day from today")
        .hasMessageContaining("attended: nobody has the id 'zoe'");
    assertThat(open(ReviewType.WEEKLY_HANDOFF).id()).isEqualTo(review.id());
  }

  @Test
  void two_who_hold_it_at_once_are_one_and_a_clear_no() {
    HandoffReview review = opened();
    holds(review, List.of());
    assertThatThrownBy(() -> holds(review, List.of())).hasMessage("marc held this review already");
  }

  @Test
  void a_review_nobody_holds_is_reminded_of_and_then_told_to_the_managers_once() {
    HandoffReview review = opened();
    passes(Duration.ofDays(6));

    assertThat(told("marc", "review-soon:" + review.id())).hasSize(1);
    assertThat(told("mona", "review-late:" + review.id())).hasSize(1);
    assertThat(told("marc", "review-late:")).isEmpty();
    assertThat(open(ReviewType.WEEKLY_HANDOFF).openDeadline().dueAt()).isBefore(scenario.now());

    passes(Duration.ofDays(1));
    assertThat(scenario.bean(HandoffReviews.class).find(review.id()).orElseThrow().outcome().why())
        .isEqualTo(ReviewOpening.NOBODY);
    assertThat(open(ReviewType.WEEKLY_HANDOFF).slotAt()).isEqualTo(MONDAY.plus(WEEK));
    assertThat(running(ReviewProcess.REVIEW)).as("three planned, two open").isEqualTo(5);
  }

  @Test
  void after_three_weeks_of_downtime_there_is_one_review_of_a_kind_and_the_missed_are_shown() {
    plans();
    scenario.isDownFor(Duration.ofDays(24));
    plans();

    assertThat(reviews(State.OPEN))
        .extracting(review -> review.kind() + " " + review.slotAt())
        .containsExactly(
            "WEEKLY_HANDOFF 2026-03-23T09:00:00Z", "MONTHLY_THRESHOLD 2026-03-03T09:00:00Z");
    assertThat(reviews(State.SKIPPED))
        .isNotEmpty()
        .allMatch(review -> review.outcome().why().equals(ReviewOpening.WAS_OFF))
        .extracting(HandoffReview::slotAt)
        .containsExactly(MONDAY.plus(WEEK), MONDAY);
    assertThat(told("mona", "review:")).hasSize(2);
    assertThat(planned(ReviewType.WEEKLY_HANDOFF).slotAt())
        .isEqualTo(MONDAY.plus(WEEK.multipliedBy(3)));
  }

  @Test
  void a_manager_has_one_begin_now_and_its_day_is_used_up() {
    plans();
    HandoffReview planned = planned(ReviewType.WEEKLY_HANDOFF);
    assertThatThrownBy(() -> commands().start(planned.id(), "marc"))
        .hasMessage("Only a manager moves or skips a review");

    then(() -> commands().start(planned.id(), "mona"));
    passes(Duration.ZERO);
    plans();

    HandoffReview open = open(ReviewType.WEEKLY_HANDOFF);
    assertThat(open.openDeadline().openedAt()).isEqualTo(HandoffScenario.START);
    assertThat(planned(ReviewType.WEEKLY_HANDOFF).slotAt()).isEqualTo(MONDAY.plus(WEEK));
    assertThatThrownBy(() -> commands().start(planned.id(), "mona"))
        .hasMessage("This review has begun already");
  }

  @Test
  void a_manager_leaves_one_out_with_a_reason_and_the_one_after_it_is_planned() {
    plans();
    HandoffReview planned = planned(ReviewType.WEEKLY_HANDOFF);
    assertThatThrownBy(() -> commands().skip(planned.id(), Map.of("reason", " "), "mona"))
        .hasMessageContaining("reason: say why");

    then(() -> commands().skip(planned.id(), Map.of("reason", "All at the fair"), "mona"));
    passes(WEEK);

    assertThat(scenario.bean(HandoffReviews.class).find(planned.id()).orElseThrow())
        .satisfies(
            skipped -> {
              assertThat(skipped.state()).isEqualTo(State.SKIPPED);
              assertThat(skipped.outcome().closedBy()).isEqualTo("mona");
              assertThat(skipped.outcome().why()).isEqualTo("All at the fair");
            });
    assertThat(told("marc", "review:" + planned.id())).isEmpty();
    assertThat(planned(ReviewType.WEEKLY_HANDOFF).slotAt()).isEqualTo(MONDAY.plus(WEEK));
  }

  @Test
  void the_table_in_force_moves_what_is_planned_and_a_lost_process_comes_back() {
    plans();
    String id = planned(ReviewType.WEEKLY_HANDOFF).id();
    scenario.changes("review-cadence", CELL.formatted("day", 1), CELL.formatted("day", 4));
    plans();
    assertThat(planned(ReviewType.WEEKLY_HANDOFF).id()).isEqualTo(id);
    assertThat(planned(ReviewType.WEEKLY_HANDOFF).slotAt()).isEqualTo("2026-03-05T09:00:00Z");

    RuntimeService runtime = scenario.bean(RuntimeService.class);
    runtime.deleteProcessInstance(
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).singleResult().getId(),
        "by mistake");
    plans();
    passes(Duration.ofDays(3));
    assertThat(open(ReviewType.WEEKLY_HANDOFF).slotAt()).isEqualTo("2026-03-05T09:00:00Z");
  }

  @Test
  void a_kind_that_says_never_is_taken_off_the_calendar() {
    plans();
    scenario.changes("review-cadence", "<text>\"week\"</text>", "<text>\"never\"</text>");
    plans();
    assertThat(reviews(State.PLANNED))
        .isNotEmpty()
        .noneMatch(review -> review.kind() == ReviewType.WEEKLY_HANDOFF);
    assertThat(running(ReviewProcess.REVIEW)).isEqualTo(2);
  }

  @Test
  void the_monthly_and_the_quarterly_review_look_at_the_line_and_at_rates_by_band_and_segment() {
    scenario.hire("max", Role.MARKETING, null);
    scenario.lead("ada@acme.example").requestsDemo();
    plans();
    passes(Duration.ofDays(1));
    assertThat(figures(open(ReviewType.MONTHLY_THRESHOLD)).tables())
        .extracting(FigureTable::code)
        .containsExactly("promises", "funnel", "bands", "reasons", "sources");

    passes(Duration.ofDays(35));
    HandoffReview quarterly = open(ReviewType.QUARTERLY_RESCORING);
    assertThat(figures(quarterly).tables())
        .extracting(FigureTable::code)
        .containsExactly("bands", "segments", "lift", "funnel", "reasons");
    assertThat(figures(quarterly).table("bands").orElseThrow().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.values().get(0)).isEqualTo(1));
    assertThat(told("max", "review:" + quarterly.id())).hasSize(1);
  }

  private static final String CELL =
      "<outputEntry id=\"weekly-out-%s\">\n          <text>%d</text>";

  private void plans() {
    scenario.bean(ReviewPlanning.class).sweep();
    passes(Duration.ZERO);
  }

  private void passes(Duration span) {
    scenario.passes(span);
  }

  private HandoffReview opened() {
    plans();
    passes(WEEK);
    return open(ReviewType.WEEKLY_HANDOFF);
  }

  private ReviewCommands commands() {
    return scenario.bean(ReviewCommands.class);
  }

  private ReviewQueries queries() {
    return scenario.bean(ReviewQueries.class);
  }

  private void then(Runnable call) {
    call.run();
    passes(Duration.ZERO);
  }

  private void holds(HandoffReview review, List<Map<String, Object>> decided) {
    then(() -> commands().hold(review.id(), Map.of("decisions", decided), "marc"));
  }

  private static Map<String, Object> decision(String what, String owner, String dueOn) {
    return Map.of("point", "rejections", "what", what, "owner", owner, "dueOn", dueOn);
  }

  private void inTasklist(String businessKey, String by, Map<String, Object> fields) {
    var identity = scenario.bean(ProcessEngine.class).getIdentityService();
    identity.setAuthenticatedUserId(by);
    try {
      scenario.bean(TaskService.class).complete(task(businessKey).getId(), fields);
    } finally {
      identity.clearAuthentication();
    }
    passes(Duration.ZERO);
  }

  private Task task(String businessKey) {
    return scenario
        .bean(TaskService.class)
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .singleResult();
  }

  private long running(String process) {
    return scenario
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .count();
  }

  private List<HandoffReview> reviews(State state) {
    return scenario.bean(HandoffReviews.class).page(state, null, 0);
  }

  private HandoffReview planned(ReviewType type) {
    return scenario.bean(HandoffReviews.class).page(State.PLANNED, type, 0).get(0);
  }

  private HandoffReview open(ReviewType type) {
    List<HandoffReview> open = scenario.bean(HandoffReviews.class).page(State.OPEN, type, 0);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private ReviewFigures figures(HandoffReview review) {
    return scenario.bean(FrozenFigures.class).of(review.id()).orElseThrow();
  }

  private Double value(HandoffReview review, String table, String line, int column) {
    return figures(review).table(table).orElseThrow().lines().stream()
        .filter(row -> row.label().equals(line))
        .findFirst()
        .orElseThrow()
        .values()
        .get(column);
  }

  private List<AgreedDecision> decisions(HandoffReview review) {
    return scenario.bean(AgreedDecisions.class).of(review.id());
  }

  private List<Told> told(String person, String key) {
    return scenario
        .db()
        .sql("select kind, state, body from notice where recipient = :to and notice_key like :key")
        .param("to", person)
        .param("key", key + "%")
        .query(Told.class)
        .list();
  }

  record Told(String kind, String state, String body) {}
}
