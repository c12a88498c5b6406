package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a person confirms the rule, two questions are open and both can be overdue (rule R7). */
class ConfirmationEscalationTest {
  private static final List<String> BOTH = List.of("first_touch", "qualification");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void agree() {
    scenario.changes(
        "handoff-policy", "<text>\"HUMAN\"</text>", "<text>\"AUTO_THEN_CONFIRM\"</text>");
  }

  @Test
  void both_overdue_go_to_another_owner_8_hours_after_the_miss_with_fresh_clocks() {
    qualificationIsDueAfter(26);
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().requestsDemo();
    String first = ada.handoff().owner();

    scenario.passes(Duration.ofHours(32));

    String second = ada.handoff().owner();
    assertThat(second).isNotEqualTo(first);
    Instant taken = scenario.now();
    for (String clock : BOTH) {
      assertThat(ada.rounds(clock)).as(clock).hasSize(2);
      Deadline old = ada.rounds(clock).get(0);
      assertThat(old.missedAt()).as(clock).isEqualTo(old.dueAt());
      assertThat(old.verdict().endedAt()).as(clock).isEqualTo(taken);
      Deadline fresh = ada.deadline(clock);
      assertThat(fresh.owner()).as(clock).isEqualTo(second);
      assertThat(fresh.start().startedAt()).as(clock).isEqualTo(taken);
    }
    assertThat(ada.deadline("first_touch").dueAt()).isEqualTo(taken.plus(Duration.ofHours(24)));
    assertThat(ada.deadline("qualification").dueAt()).isEqualTo(taken.plus(Duration.ofHours(26)));
    assertThat(scenario.runningLadders()).as("one ladder is climbed, the other ends").isZero();
    assertThat(ada.told(second)).containsOnlyOnce("reassigned");
  }

  @Test
  void both_overdue_at_one_instant_change_their_owner_once() {
    qualificationIsDueAfter(24);
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().requestsDemo();

    scenario.passes(Duration.ofHours(32));

    BOTH.forEach(clock -> assertThat(ada.rounds(clock)).as(clock).hasSize(2));
    assertThat(scenario.runningLadders()).isZero();
  }

  @Test
  void one_lead_that_lay_with_two_questions_makes_nobody_unresponsive() {
    qualificationIsDueAfter(26);
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().requestsDemo();
    String first = ada.handoff().owner();

    scenario.passes(Duration.ofHours(32));

    assertThat(scenario.bean(People.class).find(first).map(Person::unresponsiveSince)).isEmpty();
  }

  private void qualificationIsDueAfter(int hours) {
    scenario.changes(
        "sla-policy", "<text>120 * 60</text>", "<text>%d * 60</text>".formatted(hours));
  }
}
