package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffOpened;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What figures are cut by is frozen when the lead becomes an MQL (rule R9). */
class FrozenDimensionsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void source_and_campaign_are_the_first_that_a_signal_named() {
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .does("page_view")
            .does("page_view", Map.of("source", "webinar"))
            .does("page_view", Map.of("source", "ads", "campaign", "spring"))
            .does("demo_requested", Map.of("source", "referral", "campaign", "autumn"));

    assertThat(opened().origin().source()).isEqualTo("webinar");
    assertThat(opened().origin().campaign()).isEqualTo("spring");
    assertThat(ada.handoff().origin().source()).isEqualTo("webinar");
  }

  @Test
  void the_channel_is_the_one_of_the_signal_that_made_the_mql() {
    scenario
        .lead("ada@acme.example")
        .does("page_view", Map.of("channel", "inbound"))
        .does("demo_requested", Map.of("channel", "outbound"));

    assertThat(opened().origin().channel()).isEqualTo("outbound");
  }

  @Test
  void else_the_channel_is_the_last_one_named() {
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .whoFits()
            .does("page_view", Map.of("channel", "inbound"))
            .does("page_view", Map.of("channel", "outbound"))
            .downloads("roi_calculator");

    assertThat(opened().origin().channel()).isEqualTo("outbound");
    assertThat(ada.deadline("review").dueAt()).isEqualTo(scenario.now().plus(Duration.ofHours(48)));
    assertThat(ada.deadline("review").targets().warnAt())
        .isEqualTo(scenario.now().plus(Duration.ofHours(40)));
  }

  @Test
  void else_the_channel_is_inbound() {
    scenario.lead("ada@acme.example").requestsDemo();

    assertThat(opened().origin().channel()).isEqualTo("inbound");
  }

  @Test
  void band_segment_and_model_stay_as_they_were_at_the_mql() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().does("webinar_attended");
    HandoffOpened then = opened();
    assertThat(then.frozen().band()).isEqualTo("warm");

    ada.with("companySize", 5000).does("trial_started").requestsDemo();

    assertThat(ada.score().total()).isNotEqualTo(60);
    assertThat(ada.handoff().frozen().band()).isEqualTo(then.frozen().band());
    assertThat(ada.handoff().frozen().segment()).isEqualTo(then.frozen().segment());
    assertThat(ada.handoff().frozen().model())
        .isEqualTo(then.frozen().model())
        .isEqualTo(ada.score().model());
  }

  @Test
  void the_owner_is_the_one_at_the_stage() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    scenario.mona().reassigns(ada, scenario.rita());
    scenario.rita().qualifies(ada);

    assertThat(scenario.facts(HandoffAdvanced.class))
        .extracting(HandoffAdvanced::owner)
        .containsExactly("ben", "rita");
  }

  private HandoffOpened opened() {
    return scenario.facts(HandoffOpened.class).get(0);
  }
}
