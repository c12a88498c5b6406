package dev.baton.handoff.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.HandoffState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reminder, miss and escalation of each question (rules R2 and R7). */
class DeadlinesTest {
  private static final String EACH_QUESTION =
      """
      REVIEW, PT24H, PT4H
      QUALIFICATION, PT120H, PT24H
      FIRST_TOUCH, PT24H, PT4H
      OPPORTUNITY, PT336H, PT48H
      """;

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @ParameterizedTest
  @CsvSource(textBlock = EACH_QUESTION)
  void the_owner_is_reminded_once_at_the_warning(
      HandoffState state, Duration target, Duration warning) {
    LeadActor ada = scoredLeadIn(state);
    Instant asked = scenario.now();
    int before = ada.told("ben").size();

    scenario.passes(target.minus(warning).minusMillis(1));
    assertThat(ada.told("ben")).hasSize(before);
    scenario.passes(Duration.ofMillis(1));
    assertThat(ada.told("ben")).hasSize(before + 1).last().isEqualTo("reminder");
    scenario.passes(warning.minusMillis(1));

    assertThat(ada.told("ben")).hasSize(before + 1);
    Deadline deadline = ada.deadline(state.clock());
    assertThat(deadline.start().startedAt()).isEqualTo(asked);
    assertThat(deadline.targets().warnAt()).isEqualTo(asked.plus(target).minus(warning));
    assertThat(deadline.dueAt()).isEqualTo(asked.plus(target));
    assertThat(deadline.missedAt()).isNull();
    assertThat(ada.told("mona")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(textBlock = EACH_QUESTION)
  void a_missed_question_is_told_to_the_manager_once_and_stays_open(
      HandoffState state, Duration target) {
    LeadActor ada = scoredLeadIn(state);
    Instant due = scenario.now().plus(target);

    scenario.passes(target.plusHours(1));
    scenario.sweeps();

    Deadline deadline = ada.deadline(state.clock());
    assertThat(deadline.missedAt()).isEqualTo(due);
    assertThat(deadline.verdict().metAt()).isNull();
    assertThat(deadline.verdict().endedAt()).isNull();
    assertThat(ada.told("mona")).containsExactly("escalation");
    assertThat(ada.state()).isEqualTo(state);
    assertThat(ada.handoff().owner()).isEqualTo("ben");
  }

  @ParameterizedTest
  @CsvSource(textBlock = EACH_QUESTION)
  void a_late_answer_is_taken_and_the_miss_stays(HandoffState state, Duration target) {
    LeadActor ada = scoredLeadIn(state);
    Instant due = scenario.now().plus(target);
    scenario.passes(target.plusHours(2));

    answer(ada, state);

    assertThat(ada.rounds(state.clock()))
        .singleElement()
        .satisfies(
            deadline -> {
              assertThat(deadline.verdict().metAt()).isNull();
              assertThat(deadline.missedAt()).isEqualTo(due);
              assertThat(deadline.verdict().endedAt()).isEqualTo(scenario.now());
              assertThat(deadline.verdict().voidedAt()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource(textBlock = EACH_QUESTION)
  void an_answer_in_time_silences_reminder_and_escalation(
      HandoffState state, Duration target, Duration warning) {
    LeadActor ada = scoredLeadIn(state);
    scenario.passes(target.minus(warning).minusMinutes(1));
    answer(ada, state);
    Instant answered = scenario.now();
    long clock = ada.deadline(state.clock()).id();

    scenario.passes(warning.plusMinutes(2));
    scenario.sweeps();

    assertThat(ada.notices())
        .extracting(Alert::key)
        .isNotEmpty()
        .noneMatch(key -> key.startsWith("reminder:" + clock + ":"))
        .noneMatch(key -> key.startsWith("escalation:" + clock + ":"));
    assertThat(ada.deadline(state.clock()).verdict().metAt()).isEqualTo(answered);
    assertThat(ada.deadline(state.clock()).missedAt()).isNull();
  }

  @Test
  void an_answer_at_the_due_instant_is_in_time() {
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    scenario.passesWithoutTimers(Duration.ofHours(24));

    scenario.ben().accepts(ada);

    assertThat(ada.deadline("review").verdict().metAt()).isEqualTo(ada.deadline("review").dueAt());
    assertThat(ada.deadline("review").missedAt()).isNull();
  }

  @Test
  void a_verdict_is_never_overwritten() {
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    scenario.passes(Duration.ofHours(24));
    assertThat(ada.deadline("review").missedAt()).isEqualTo(scenario.now());

    scenario.ben().accepts(ada);

    assertThat(ada.deadline("review").verdict().metAt()).isNull();
    assertThat(ada.deadline("review").verdict().endedAt()).isEqualTo(scenario.now());
  }

  @Test
  void a_reassignment_does_not_void_a_missed_round() {
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    scenario.passes(Duration.ofHours(24));

    scenario.mona().reassigns(ada, scenario.rita());

    Deadline first = ada.rounds("review").get(0);
    assertThat(first.missedAt()).isEqualTo(first.dueAt());
    assertThat(first.verdict().voidedAt()).isNull();
  }

  @Test
  void a_downtime_over_the_deadline_is_one_miss_at_the_true_instant_without_a_reminder() {
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    Instant due = scenario.now().plus(Duration.ofHours(24));

    scenario.isDownFor(Duration.ofDays(5));
    scenario.sweeps();

    assertThat(ada.deadline("review").missedAt()).isEqualTo(due);
    assertThat(ada.told("mona")).containsExactly("escalation");
    assertThat(ada.told("ben")).containsExactly("assigned");
    assertThat(ada.notices())
        .filteredOn(notice -> notice.kind().equals("reminder"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.state()).isEqualTo("skipped"));
  }

  @Test
  void the_sweeper_notices_a_lost_timer_exactly_once() {
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    Instant due = scenario.now().plus(Duration.ofHours(24));
    scenario.passesWithoutTimers(Duration.ofHours(30));
    assertThat(ada.told("mona")).isEmpty();

    scenario.sweeps();
    scenario.sweeps();
    scenario.passes(Duration.ofHours(1));

    assertThat(ada.deadline("review").missedAt()).isEqualTo(due);
    assertThat(ada.told("mona")).containsExactly("escalation");
    assertThat(scenario.facts(DeadlinesMissed.class).stream().flatMap(fact -> fact.all().stream()))
        .hasSize(1);
  }

  @Test
  void a_clock_counts_from_the_fact_however_late_the_step_behind_it_runs() {
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    scenario.completesWithoutSavePoints(ada, "ben");
    Instant accepted = scenario.now();
    scenario.passesWithoutTimers(Duration.ofHours(7));
    scenario.runSavePoints();

    assertThat(ada.deadline("qualification").start().startedAt()).isEqualTo(accepted);
    assertThat(ada.deadline("qualification").dueAt()).isEqualTo(accepted.plus(Duration.ofDays(5)));
  }

  @Test
  void a_reminder_that_waits_for_the_morning_is_taken_back_by_the_answer() {
    scenario.passes(Duration.ofHours(1));
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);
    scenario.passes(Duration.ofHours(20).plusMinutes(10));
    assertThat(ada.notices()).last().satisfies(n -> assertThat(n.state()).isEqualTo("pending"));

    scenario.ben().accepts(ada);
    scenario.passes(Duration.ofMinutes(1));

    assertThat(ada.told("ben")).containsExactly("assigned");
    assertThat(ada.notices())
        .filteredOn(notice -> notice.kind().equals("reminder"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.state()).isEqualTo("skipped"));
  }

  @Test
  void a_miss_that_nobody_can_be_told_of_waits_for_a_manager() {
    scenario.leaves("mona");
    LeadActor ada = scoredLeadIn(HandoffState.REVIEW);

    scenario.passes(Duration.ofHours(25));

    assertThat(ada.deadline("review").missedAt()).isNotNull();
    assertThat(ada.notices())
        .filteredOn(notice -> notice.kind().equals("escalation"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.state()).isEqualTo("pending"));
  }

  @Test
  void when_nobody_is_active_the_route_clock_is_missed_until_somebody_can_take_the_lead() {
    scenario.leaves("ben");
    scenario.leaves("rita");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant routeDue = scenario.now().plus(Duration.ofMinutes(5));
    assertThat(ada.handoff().owner()).isNull();
    assertThat(ada.told("mona")).containsExactly("failure");

    scenario.passes(Duration.ofMinutes(6));
    scenario.sweeps();
    scenario.sweeps();
    assertThat(ada.deadline("route").missedAt()).isEqualTo(routeDue);
    assertThat(ada.told("mona")).containsExactly("failure", "escalation");

    scenario.hire("rita", dev.baton.people.Role.SALES, "default");
    scenario.sweeps();
    scenario.rita().accepts(ada);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.deadline("route").verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("review").owner()).isEqualTo("rita");
    assertThat(ada.deadline("review").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("qualification").owner()).isEqualTo("rita");
  }

  @Test
  void a_manager_who_answers_an_unowned_lead_does_not_stop_the_route_clock() {
    scenario.leaves("ben");
    scenario.leaves("rita");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.mona().accepts(ada);

    assertThat(ada.handoff().owner()).isNull();
    assertThat(ada.deadline("route").verdict().metAt()).isNull();
  }

  /** By its score, not by a raised hand: the review then has its 24 hours. */
  private LeadActor scoredLeadIn(HandoffState state) {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    return scenario.ben().brings(ada, state);
  }

  private void answer(LeadActor lead, HandoffState state) {
    switch (state) {
      case REVIEW -> scenario.ben().accepts(lead);
      case QUALIFICATION -> scenario.ben().qualifies(lead);
      case FIRST_TOUCH -> scenario.ben().calls(lead);
      case OPPORTUNITY -> scenario.ben().opens(lead);
      case CLOSED -> throw new IllegalArgumentException();
    }
  }
}
