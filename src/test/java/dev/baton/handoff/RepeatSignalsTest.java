package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineDifferences;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New signals join the open handoff (rule R4). */
class RepeatSignalsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_hand_raise_during_review_pulls_the_due_instant_of_task_timers_and_deadline() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    scenario.passes(Duration.ofHours(3));
    ada.requestsDemo();

    Instant due = scenario.now().plus(Duration.ofHours(4));
    assertThat(ada.rounds("review")).singleElement();
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.deadline("review").start().startedAt()).isEqualTo(HandoffScenario.START);
    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(ada.timers())
        .containsOnly(
            Map.entry("reviewOverdue", due),
            Map.entry("reviewDueSoon", due.minus(Duration.ofHours(1))));
    assertThat(ada.handoffs()).hasSize(1);
    assertThat(scenario.runningProcesses()).isEqualTo(1);
    assertThat(ada.told("ben")).containsExactly("assigned", "intent");

    scenario.passes(Duration.ofHours(5));
    assertThat(ada.told("ben")).containsExactly("assigned", "intent", "reminder");
    assertThat(ada.deadline("review").missedAt()).isEqualTo(due);
    assertThat(ada.told("mona")).containsExactly("escalation");
  }

  @Test
  void a_hand_raise_never_moves_a_due_instant_later() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    Instant due = ada.taskDue();
    scenario.passes(Duration.ofHours(21));

    ada.requestsDemo();

    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(ada.timers()).containsOnly(Map.entry("reviewOverdue", due));
  }

  @Test
  void a_hand_raise_ends_the_pause_of_the_review_and_its_due_instant_stays_where_it_was_pulled() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    scenario.ben().pauses(ada, "waiting_internally", Duration.ofHours(48));
    scenario.passes(Duration.ofHours(3));

    ada.requestsDemo();

    Instant due = scenario.now().plus(Duration.ofHours(4));
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(scenario.bean(Pauses.class).of(ada.deadline("review")))
        .singleElement()
        .satisfies(pause -> assertThat(pause.resumedAt()).isEqualTo(scenario.now()));
    assertThat(scenario.bean(DeadlineDifferences.class).all())
        .as("what was paused before the hand was raised moves nothing")
        .isEmpty();
    assertThatThrownBy(() -> scenario.ben().resumes(ada)).hasMessage("This clock is not paused");
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.taskDue()).isEqualTo(due);
  }

  @Test
  void a_hand_raise_that_pulls_nothing_takes_back_the_rest_of_the_pause() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    Instant due = ada.taskDue();
    scenario.passes(Duration.ofHours(20));
    scenario.ben().pauses(ada, "waiting_internally", Duration.ofHours(48));
    scenario.passes(Duration.ofHours(1));

    ada.requestsDemo();

    assertThat(ada.deadline("review").dueAt()).isEqualTo(due.plus(Duration.ofHours(1)));
    assertThat(ada.taskDue()).isEqualTo(due.plus(Duration.ofHours(1)));
    assertThat(scenario.bean(DeadlineDifferences.class).all()).isEmpty();
  }

  @Test
  void a_second_hand_raise_does_not_start_the_four_hours_anew() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant due = ada.taskDue();
    scenario.passes(Duration.ofHours(2));

    ada.does("contact_sales");

    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(ada.told("ben")).containsExactly("assigned", "intent");
  }

  @Test
  void a_hand_raise_after_the_miss_changes_no_verdict() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    scenario.passes(Duration.ofHours(30));
    Deadline missed = ada.deadline("review");

    ada.requestsDemo();

    assertThat(ada.deadline("review")).isEqualTo(missed);
  }

  @Test
  void a_new_owner_of_a_pulled_review_has_the_hand_raisers_target() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    ada.requestsDemo();

    scenario.mona().reassigns(ada, scenario.rita());

    assertThat(ada.taskDue()).isEqualTo(scenario.now().plus(Duration.ofHours(4)));
  }

  @Test
  void a_hand_raise_before_the_review_has_begun_counts_too() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits();
    scenario.withoutSavePoints(
        () -> {
          ada.downloads("roi_calculator");
          scenario.passesWithoutTimers(Duration.ofHours(1));
          ada.requestsDemo();
        });
    scenario.runSavePoints();

    assertThat(ada.deadline("review").dueAt())
        .isEqualTo(HandoffScenario.START.plus(Duration.ofHours(4)));
  }

  @ParameterizedTest
  @EnumSource(names = {"QUALIFICATION", "FIRST_TOUCH", "OPPORTUNITY"})
  void in_later_states_a_hand_raise_only_tells_the_owner(HandoffState state) {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    scenario.ben().brings(ada, state);
    var deadlines = ada.deadlines();
    scenario.passes(Duration.ofHours(1));

    ada.does("pricing_requested");

    assertThat(ada.deadlines()).isEqualTo(deadlines);
    assertThat(ada.told("ben")).containsExactly("assigned", "intent");
    assertThat(ada.handoffs()).hasSize(1);
    assertThat(scenario.runningProcesses()).isEqualTo(1);
  }

  @Test
  void a_running_deals_owner_and_a_customers_owner_are_told() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    scenario.ben().opens(ada);
    scenario.passes(Duration.ofHours(1));
    ada.does("quote_requested");
    scenario.ben().wins(ada);
    scenario.passes(Duration.ofHours(1));
    ada.requestsDemo();

    assertThat(ada.told("ben")).containsExactly("assigned", "intent", "intent");
    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(ada.handoffs()).hasSize(1);
  }

  @Test
  void many_hands_raised_while_the_owner_answers_disturb_nobody() throws Exception {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    var senders = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> sent = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String id = "raise-" + i;
        sent.add(senders.submit(() -> scenario.raisesHand("ada@acme.example", id).leadId()));
      }
      scenario.ben().accepts(ada);
      for (Future<String> lead : sent) {
        assertThat(lead.get()).isEqualTo(ada.id());
      }
    } finally {
      senders.shutdown();
    }
    scenario.passes(Duration.ZERO);

    assertThat(ada.state()).isEqualTo(HandoffState.QUALIFICATION);
    assertThat(ada.handoffs()).hasSize(1);
    assertThat(scenario.runningProcesses()).isEqualTo(1);
    assertThat(ada.deadline("review").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(ada.told("ben")).as("once a kind and day").containsExactly("assigned", "intent");
  }

  @Test
  void a_hand_raised_while_the_review_begins_has_its_four_hours() throws Exception {
    for (int round = 0; round < 10; round++) {
      String email = "lead-%d@acme.example".formatted(round);
      LeadActor lead = scenario.lead(email).whoFits();
      scenario.withoutSavePoints(() -> lead.downloads("roi_calculator"));

      var sender = Executors.newSingleThreadExecutor();
      try {
        Future<?> raised = sender.submit(() -> scenario.raisesHand(email, "raise " + email));
        scenario.runSavePointsAgainAndAgain();
        raised.get();
      } finally {
        sender.shutdown();
      }

      Instant due = scenario.now().plus(Duration.ofHours(4));
      assertThat(lead.deadline("review").dueAt()).isEqualTo(due);
      assertThat(lead.taskDue()).isEqualTo(due);
      assertThat(lead.timers()).containsEntry("reviewOverdue", due);
    }
  }

  @Test
  void other_signals_change_the_score_and_tell_nobody() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    int before = ada.score().total();
    scenario.passes(Duration.ofHours(1));

    ada.does("webinar_attended");

    assertThat(ada.score().total()).isGreaterThan(before);
    assertThat(ada.told("ben")).containsExactly("assigned");
  }

  @Test
  void two_senders_with_the_same_id_are_two_signals() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    ada.does("contact_sales", Map.of("id", "1"));
    scenario.passes(Duration.ofDays(1));
    ada.sentBy("another system").does("contact_sales", Map.of("id", "1"));

    assertThat(ada.notices()).filteredOn(notice -> notice.kind().equals("intent")).hasSize(2);
  }

  @Test
  void a_long_signal_id_is_no_hindrance() {
    scenario.leaves("ben");
    scenario.leaves("rita");
    scenario.hire("m".repeat(64), dev.baton.people.Role.MANAGER, "default");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    ada.does("contact_sales", Map.of("id", "x".repeat(200)));

    assertThat(ada.told("mona")).containsExactly("failure", "intent");
  }
}
