package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Overtake by rule, join the open handoff, evaluate the stage, open a handoff: in this order. */
class ScoredSignalReactionTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_review_that_the_rule_overtakes_is_not_hurried_by_the_hand_that_is_raised() {
    scenario.changes("handoff-policy", "\"HUMAN\"", "\"AUTO\"");
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    Deadline asked = ada.deadline("review");
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    scenario.passes(Duration.ofHours(3));

    ada.requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(ada.deadline("review").verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("review").dueAt()).isEqualTo(asked.dueAt());
    assertThat(scenario.bean(DueChanges.class).of(ada.handoff().id())).isEmpty();
  }

  @Test
  void the_signal_that_opens_a_handoff_does_not_join_it_too() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(ada.handoffs()).hasSize(1);
    assertThat(ada.notices()).extracting(Alert::kind).containsExactly("assigned");
  }

  @Test
  void the_signal_that_makes_an_mql_opens_its_handoff_at_the_same_instant() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(scenario.facts(StageEntered.class))
        .extracting(StageEntered::stage)
        .containsExactly(Stage.LEAD, Stage.MQL);
    assertThat(ada.handoffs())
        .singleElement()
        .extracting(handoff -> handoff.frozen().mqlAt())
        .isEqualTo(ada.episodes().get(1).enteredAt());
  }

  @Test
  void a_signal_on_an_open_handoff_joins_it_and_opens_no_other() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(Duration.ofHours(1));

    ada.does("contact_sales");

    assertThat(ada.told("ben")).containsExactly("assigned", "intent");
    assertThat(scenario.facts(HandoffOpened.class)).hasSize(1);
  }
}
