package dev.baton.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.Handoff;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a lead becomes an MQL again after a no (rule R8). */
class ReturningTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @ParameterizedTest
  @CsvSource({"low_intent, 30", "unreachable, 30"})
  void during_the_cooling_off_no_score_makes_an_mql(String reason, int days) {
    LeadActor ada = hotLead();
    scenario.ben().rejects(ada, reason);

    scenario.passes(Duration.ofDays(days).minusMillis(1));
    ada.does("trial_started");
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    scenario.passes(Duration.ofMillis(1));
    ada.does("page_view");

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.handoff().cycle()).isEqualTo(2);
  }

  @Test
  void after_it_only_what_the_lead_did_since_counts_besides_its_fit() {
    LeadActor ada = hotLead();
    scenario.ben().rejects(ada, "low_intent");
    scenario.passes(Duration.ofDays(31));

    ada.does("page_view");
    assertThat(ada.score().total()).as("the score shown stays the full one").isGreaterThan(80);
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    ada.does("webinar_attended");

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.handoffs()).extracting(Handoff::cycle).containsExactly(1, 2);
    assertThat(ada.handoffs().get(1).frozen().band()).isEqualTo("hot");
  }

  @Test
  void what_happened_before_the_no_and_is_told_after_it_does_not_count() {
    LeadActor ada = hotLead();
    scenario.passes(Duration.ofDays(1));
    scenario.ben().rejects(ada, "low_intent");
    String before = scenario.now().minus(Duration.ofHours(1)).toString();
    scenario.passes(Duration.ofDays(31));

    ada.does("trial_started", Map.of("occurredAt", before));

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void a_raised_hand_ends_the_cooling_off() {
    LeadActor ada = hotLead();
    scenario.ben().rejects(ada, "low_intent");
    scenario.passes(Duration.ofHours(1));

    ada.requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.handoff().cycle()).isEqualTo(2);
    assertThat(ada.deadline("review").dueAt()).isEqualTo(scenario.now().plus(Duration.ofHours(4)));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong_icp", "duplicate"})
  void some_rejections_are_for_good(String reason) {
    LeadActor ada = hotLead();
    scenario.ben().rejects(ada, reason);
    scenario.passes(Duration.ofDays(300));

    ada.requestsDemo().does("trial_started").downloads("roi_calculator");

    assertThat(ada.stage()).isEqualTo(Stage.DISQUALIFIED);
    assertThat(ada.handoffs()).hasSize(1);
  }

  @Test
  void a_third_time_is_cycle_three() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "low_intent");
    ada.does("contact_sales");
    scenario.rita().accepts(ada);
    scenario.rita().disqualifies(ada, "no_budget");
    ada.does("quote_requested");

    assertThat(ada.handoffs()).extracting(Handoff::cycle).containsExactly(1, 2, 3);
    assertThat(ada.handoffs())
        .extracting(handoff -> handoff.closing().result())
        .containsExactly("rejected", "disqualified", null);
    assertThat(scenario.facts(dev.baton.handoff.record.HandoffOpened.class))
        .extracting(dev.baton.handoff.record.HandoffOpened::cycle)
        .containsExactly(1, 2, 3);
  }

  /** 50 for its fit, 45 for what it did. */
  private LeadActor hotLead() {
    return scenario
        .lead("ada@acme.example")
        .whoFits()
        .does("webinar_attended")
        .does("trial_started")
        .downloads("roi_calculator");
  }
}
