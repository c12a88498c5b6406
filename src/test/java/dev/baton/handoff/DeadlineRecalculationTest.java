package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineDifference;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.recalculation.DeadlineRecalculation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A policy changes while clocks run: a promise is kept unless a manager moves it (rule R14). */
class DeadlineRecalculationTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor ada;
  private Instant due;

  @BeforeEach
  void a_lead_that_is_being_qualified() {
    ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    due = ada.deadline("qualification").dueAt();
  }

  @Test
  void without_a_change_there_is_nothing_to_preview() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void a_changed_policy_is_previewed_before_and_after_and_the_promise_is_kept() {
    qualificationTakes("48 * 60");

    assertThat(differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.clock()).isEqualTo("qualification");
              assertThat(difference.owner()).isEqualTo("ben");
              assertThat(difference.dueAt()).isEqualTo(due);
              assertThat(difference.wouldBeDueAt()).isEqualTo(due.minus(Duration.ofHours(72)));
              assertThat(difference.movable()).isTrue();
            });
    assertThat(ada.deadline("qualification").dueAt()).isEqualTo(due);
    assertThat(ada.taskDue()).isEqualTo(due);
  }

  @Test
  void a_manager_who_moves_it_moves_task_and_timers_and_leaves_a_trace() {
    qualificationTakes("48 * 60");

    int moved =
        scenario.bean(DeadlineRecalculation.class).move(ids(), "two days from now on", "mona");

    assertThat(moved).isEqualTo(1);
    Deadline deadline = ada.deadline("qualification");
    assertThat(deadline.dueAt()).isEqualTo(due.minus(Duration.ofHours(72)));
    assertThat(ada.taskDue()).isEqualTo(deadline.dueAt());
    assertThat(ada.timers().values())
        .containsExactlyInAnyOrder(deadline.dueAt(), deadline.targets().warnAt());
    assertThat(scenario.bean(DueChanges.class).of(ada.handoff().id()))
        .extracting(change -> change.why().note())
        .containsExactly("two days from now on");
    assertThat(differences()).isEmpty();
  }

  @Test
  void a_clock_without_a_policy_is_named_and_stays_as_it_is() {
    scenario.breaks("sla-policy", "\"qualification\"", "\"no_such_clock\"");

    assertThat(differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.clock()).isEqualTo("qualification");
              assertThat(difference.wouldBeDueAt()).isNull();
              assertThat(difference.movable()).isFalse();
            });
    assertThat(scenario.bean(DeadlineRecalculation.class).move(ids(), "none", "mona")).isZero();
    assertThat(ada.deadline("qualification").dueAt()).isEqualTo(due);
  }

  @Test
  void no_promise_moves_into_the_past() {
    scenario.passes(Duration.ofHours(50));
    qualificationTakes("48 * 60");

    assertThat(differences()).singleElement().matches(difference -> !difference.movable());
    assertThat(scenario.bean(DeadlineRecalculation.class).move(ids(), "late", "mona")).isZero();
    assertThat(ada.deadline("qualification").dueAt()).isEqualTo(due);
  }

  @Test
  void a_pause_is_kept_through_a_change() {
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(24));
    scenario.passes(Duration.ofHours(1));
    assertThat(differences()).isEmpty();

    qualificationTakes("48 * 60");

    assertThat(differences())
        .singleElement()
        .satisfies(
            difference ->
                assertThat(difference.wouldBeDueAt())
                    .isEqualTo(due.minus(Duration.ofHours(72)).plus(Duration.ofHours(24))));
  }

  @Test
  void a_review_that_a_hand_raise_pulled_in_is_no_difference() {
    LeadActor eve = scenario.lead("eve@other.example").whoFits().downloads("roi_calculator");
    scenario.passes(Duration.ofHours(2));
    eve.requestsDemo();

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_review_that_a_late_hand_raise_did_not_pull_in_is_no_difference_either() {
    LeadActor eve = scenario.lead("eve@other.example").whoFits().downloads("roi_calculator");
    scenario.passes(Duration.ofHours(21));
    eve.requestsDemo();

    assertThat(differences()).isEmpty();
  }

  @Test
  void a_policy_that_promises_nothing_any_more_is_refused_and_moves_nothing() {
    assertThatThrownBy(
            () ->
                scenario.changes(
                    "sla-policy",
                    """
                    <inputEntry id="qualification-in-channel">
                              <text></text>
                    """,
                    """
                    <inputEntry id="qualification-in-channel">
                              <text>"outbound"</text>
                    """))
        .hasMessageContaining("gives no answer");

    assertThat(differences()).isEmpty();
  }

  private List<DeadlineDifference> differences() {
    return scenario.bean(DeadlineRecalculation.class).differences();
  }

  private List<String> ids() {
    return differences().stream().map(DeadlineDifference::handoffId).toList();
  }

  private void qualificationTakes(String minutes) {
    scenario.changes("sla-policy", "<text>120 * 60</text>", "<text>" + minutes + "</text>");
  }
}
