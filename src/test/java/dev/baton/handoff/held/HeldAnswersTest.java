package dev.baton.handoff.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertQueries;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.assignment.RepDeparture;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers of our pages can be taken back for ten seconds (rule R27). */
class HeldAnswersTest {
  private static final Map<String, Object> YES = Map.of("decision", "accept");
  private static final Map<String, Object> NO =
      Map.of("decision", "reject", "reason", "low_intent");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private HeldAnswerCommands.Wait says(String rep, LeadActor lead, Map<String, Object> answer) {
    return says(rep, lead, HeldQuestion.REVIEW, answer);
  }

  private HeldAnswerCommands.Wait says(
      String rep, LeadActor lead, HeldQuestion question, Map<String, Object> answer) {
    return scenario.withSavePoints(
        () ->
            scenario
                .bean(HeldAnswerCommands.class)
                .hold(lead.handoff().id(), question, answer, rep));
  }

  private boolean takesBack(String rep, LeadActor lead) {
    return scenario
        .bean(HeldAnswerCommands.class)
        .undo(lead.handoff().id(), HeldQuestion.REVIEW, rep);
  }

  private void passes(Duration span) {
    scenario.passes(span);
    scenario.withSavePoints(() -> scenario.bean(HeldAnswerCommands.class).applyDue(scenario.now()));
  }

  private static List<String> fields(Throwable refused) {
    return ((InvalidInput) refused).errors().stream().map(FieldError::field).toList();
  }

  @Test
  void an_answer_counts_from_when_it_was_given_and_is_recorded_ten_seconds_later() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant given = scenario.now();

    HeldAnswerCommands.Wait wait = says("ben", ada, YES);

    assertThat(wait.isHeld()).isTrue();
    assertThat(wait.until()).isEqualTo(given.plusSeconds(10));
    passes(Duration.ofSeconds(9));
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    passes(Duration.ofSeconds(1));
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(given);
    assertThat(ada.deadline("qualification").start().startedAt()).isEqualTo(given);
  }

  @Test
  void nothing_leaves_the_house_until_then_and_nothing_does_of_what_is_taken_back() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    int before = notices().size();

    says("ben", ada, with(NO, "note", "a student"));
    passes(Duration.ofSeconds(5));
    assertThat(notices()).hasSize(before);
    assertThat(takesBack("ben", ada)).isTrue();
    passes(Duration.ofSeconds(20));

    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(notices()).hasSize(before);
    assertThat(takesBack("ben", ada)).isFalse();
  }

  private List<Alert> notices() {
    return scenario.bean(AlertQueries.class).list(null, null, null);
  }

  @Test
  void what_is_recorded_can_not_be_taken_back() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    says("ben", ada, YES);
    passes(Duration.ofSeconds(10));

    assertThat(takesBack("ben", ada)).isFalse();
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void nobody_takes_back_what_a_colleague_said() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    says("ben", ada, YES);

    assertThat(takesBack("rita", ada)).isFalse();
    passes(Duration.ofSeconds(10));
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void a_colleague_who_answers_too_ends_nobodys_time_to_take_it_back() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    says("ben", ada, YES);

    assertThatThrownBy(() -> says("rita", ada, YES))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("A colleague has just answered this");

    assertThat(takesBack("ben", ada)).isTrue();
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void what_somebody_said_who_leaves_the_next_second_counts() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant said = scenario.now();
    says("ben", ada, YES);

    scenario.passes(Duration.ofSeconds(1));
    scenario.leaves("ben");
    passes(Duration.ofSeconds(9));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(said);
    assertThat(scenario.bean(HeldAnswers.class).of("ben")).isEmpty();
  }

  @Test
  void what_was_said_before_a_manager_gives_the_lead_away_counts_first() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant said = scenario.now();
    says("ben", ada, YES);

    scenario.passes(Duration.ofSeconds(5));
    scenario.mona().reassigns(ada, scenario.rita());
    passes(Duration.ofSeconds(5));

    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(said);
    assertThat(ada.deadline("review").owner()).isEqualTo("ben");
    assertThat(ada.state()).isEqualTo(HandoffState.QUALIFICATION);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(scenario.bean(HeldAnswers.class).of("ben")).isEmpty();
  }

  @Test
  void who_gives_away_a_lead_that_was_rejected_just_before_reads_so() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    says("ben", ada, with(NO, "note", "a student"));

    scenario.passes(Duration.ofSeconds(5));

    assertThatThrownBy(() -> scenario.mona().reassigns(ada, scenario.rita()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("ben answered the review");
    assertThat(ada.state()).isEqualTo(HandoffState.CLOSED);
  }

  @Test
  void no_rule_gives_a_lead_away_while_its_answer_is_held() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant said = scenario.now();
    says("ben", ada, YES);

    scenario.leaves("ben");
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    passes(Duration.ofSeconds(10));
    scenario.withSavePoints(
        () -> {
          scenario.bean(RepDeparture.class).handOverRest();
          return true;
        });

    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(said);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(
            scenario.bean(Deadlines.class).of(ada.handoff().id()).stream()
                .filter(round -> round.stoppedAt() != null)
                .toList())
        .hasSizeGreaterThan(1)
        .allMatch(round -> !round.stoppedAt().isBefore(round.start().startedAt()));
  }

  @Test
  void an_answer_just_before_its_due_instant_is_in_time() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant due = ada.deadline("review").dueAt();
    scenario.passes(Duration.between(scenario.now(), due).minusSeconds(4));

    assertThat(says("ben", ada, YES).until()).isEqualTo(due.minusSeconds(1));
    passes(Duration.ofSeconds(3));

    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(due.minusSeconds(4));
    assertThat(ada.deadline("review").missedAt()).isNull();
  }

  @Test
  void in_the_last_second_it_is_recorded_at_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant due = ada.deadline("review").dueAt();
    scenario.passes(Duration.between(scenario.now(), due).minusMillis(500));

    assertThat(says("ben", ada, YES).isHeld()).isFalse();

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(due.minusMillis(500));
  }

  @Test
  void what_would_be_refused_is_refused_at_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThatThrownBy(() -> says("ben", ada, Map.of("decision", "reject")))
        .isInstanceOf(InvalidInput.class);
    scenario.ben().accepts(ada);
    assertThatThrownBy(() -> says("ben", ada, YES)).isInstanceOf(Conflict.class);
  }

  @Test
  void who_was_overtaken_meanwhile_reads_why() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    says("rita", ada, with(NO, "note", "a student"));
    scenario.ben().accepts(ada);
    passes(Duration.ofSeconds(10));

    List<HeldAnswer> left = scenario.bean(HeldAnswers.class).of("rita");

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(left).hasSize(1);
    assertThat(left.get(0).refused()).contains("ben");
    assertThat(takesBack("rita", ada)).isTrue();
    assertThat(scenario.bean(HeldAnswers.class).of("rita")).isEmpty();
  }

  @Test
  void a_second_touch_records_the_first_one_before_it_is_held() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Map<String, Object> call = Map.of("kind", "call", "outcome", "connected");
    says("ben", ada, HeldQuestion.TOUCH, call);
    says("ben", ada, HeldQuestion.TOUCH, Map.of("kind", "email", "outcome", "replied"));
    passes(Duration.ofSeconds(10));

    assertThat(
            scenario
                .db()
                .sql("select kind from touch where handoff_id = :id order by id")
                .param("id", ada.handoff().id())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("call", "email");
  }

  @Test
  void what_a_crash_left_behind_is_recorded_by_whoever_comes_next() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant given = scenario.now();
    says("ben", ada, YES);
    scenario
        .db()
        .sql("update held_answer set taken_at = :at")
        .param("at", dev.baton.sql.Sql.timestamp(given.plusSeconds(10)))
        .update();

    passes(Duration.ofSeconds(30));
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    passes(Duration.ofSeconds(60));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.deadline("review").stoppedAt()).isEqualTo(given);
  }

  @Test
  void the_rejection_of_a_hand_raiser_or_a_hot_lead_needs_a_note() {
    LeadActor raised = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor hot =
        scenario
            .lead("ben@other.example")
            .does("meeting_booked")
            .does("trial_started")
            .whoFits()
            .downloads("roi_calculator");
    assertThat(hot.handoff().frozen().band()).isEqualTo("hot");
    assertThat(hot.handoff().origin().handRaise()).isFalse();

    for (LeadActor lead : List.of(raised, hot)) {
      assertThatThrownBy(() -> says("ben", lead, NO))
          .satisfies(refused -> assertThat(fields(refused)).containsExactly("note"));
      assertThat(says("ben", lead, with(NO, "note", "a student")).isHeld()).isTrue();
    }
    LeadActor warm = scenario.lead("eve@third.example").whoFits().does("trial_started");
    assertThat(warm.handoff().frozen().band()).isEqualTo("warm");
    assertThat(says("ben", warm, NO).isHeld()).isTrue();
  }

  @Test
  void what_is_called_a_must_needs_to_be_known_from_somewhere() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    Map<String, Object> met = Map.of("met", true);
    Map<String, Object> known = Map.of("met", true, "evidence", "she said so");
    Map<String, Object> answer =
        Map.of(
            "decision", "qualify",
            "framework", "bant",
            "criteria", Map.of("need", met, "authority", met, "timing", known));

    assertThatThrownBy(() -> says("ben", ada, HeldQuestion.QUALIFICATION, answer))
        .satisfies(
            refused -> assertThat(fields(refused)).containsExactly("criteria.need.evidence"));
    scenario.ben().answers(ada, HandoffState.QUALIFICATION, answer);
    assertThat(ada.stage()).isEqualTo(Stage.SQL);
  }

  private static Map<String, Object> with(Map<String, Object> answer, String field, Object value) {
    Map<String, Object> more = new java.util.HashMap<>(answer);
    more.put(field, value);
    return more;
  }
}
