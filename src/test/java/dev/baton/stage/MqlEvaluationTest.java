package dev.baton.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.score.Scores;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a stage is judged and from when it counts (rules R2 and R3). */
class MqlEvaluationTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_signal_that_arrives_three_days_late_starts_no_overdue_clock() {
    scenario.passes(Duration.ofDays(30));
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .does(
                "demo_requested",
                Map.of("occurredAt", scenario.now().minus(Duration.ofDays(3)).toString()));

    assertThat(ada.handoff().frozen().mqlAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("review").start().startedAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("review").dueAt()).isEqualTo(scenario.now().plus(Duration.ofHours(4)));
    assertThat(ada.episodes())
        .isNotEmpty()
        .allMatch(episode -> episode.enteredAt().equals(scenario.now()));
  }

  @Test
  void a_late_signal_counts_in_its_own_time_and_is_not_seen_before_it_was_recorded() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    scenario.passes(Duration.ofDays(30));
    var before = scenario.now().minusMillis(1);
    int seenBefore = scenario.bean(Scores.class).score(ada.id(), before).behaviour();

    ada.does(
        "webinar_attended",
        Map.of("occurredAt", scenario.now().minus(Duration.ofDays(20)).toString()));

    assertThat(scenario.bean(Scores.class).score(ada.id(), before).behaviour())
        .isEqualTo(seenBefore);
    assertThat(ada.score().behaviour()).isBetween(seenBefore + 1, seenBefore + 9);
  }

  @Test
  void a_sender_whose_clock_is_ahead_is_judged_at_once() {
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .whoFits()
            .does(
                "webinar_attended",
                Map.of("occurredAt", scenario.now().plus(Duration.ofMinutes(3)).toString()));

    assertThat(ada.score().total()).isEqualTo(60);
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void decay_takes_nothing_back() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().does("webinar_attended");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    scenario.passes(Duration.ofDays(100));

    ada.does("page_view");

    assertThat(ada.score().total()).isLessThan(60);
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.handoffs()).hasSize(1);
  }

  @Test
  void negative_points_take_nothing_back() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().does("webinar_attended");

    ada.does("unsubscribed");

    assertThat(ada.score().total()).isEqualTo(50);
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void a_change_of_the_profile_is_judged_too() {
    LeadActor ada = scenario.lead("ada@acme.example").does("webinar_attended");
    assertThat(ada.stage()).isEqualTo(Stage.LEAD);

    ada.whoFits().does("page_view");

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.deadline("review").dueAt()).isEqualTo(scenario.now().plus(Duration.ofHours(24)));
  }

  @Test
  void time_alone_judges_nobody() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().does("webinar_registered");

    scenario.passes(Duration.ofDays(30));
    scenario.sweeps();

    assertThat(ada.stages()).containsExactly(Stage.LEAD);
  }

  @Test
  void a_visitor_is_no_mql_however_much_it_does() {
    LeadActor visitor = scenario.visitor("cookie-1").whoFits().requestsDemo();

    assertThat(visitor.stage()).isEqualTo(Stage.VISITOR);
    assertThat(visitor.handoffs()).isEmpty();
  }
}
