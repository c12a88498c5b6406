package dev.baton.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.HandoffState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for sales, and whom that helps (rule R5). */
class HandRaisersTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();
  @RegisterExtension final HandoffScenario additive = new HandoffScenario("additive");
  @RegisterExtension final HandoffScenario gate = new HandoffScenario("gate");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo_requested",
        "demo_booked",
        "contact_sales",
        "pricing_requested",
        "quote_requested"
      })
  void a_raised_hand_is_enough_whatever_the_score(String type) {
    assertThat(scenario.lead("ada@acme.example").does(type).stage()).isEqualTo(Stage.MQL);
    assertThat(additive.lead("ada@acme.example").does(type).stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void where_fit_is_a_must_marketing_is_told_instead() {
    LeadActor ada = gate.lead("ada@acme.example").requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.LEAD);
    assertThat(ada.handoffs()).isEmpty();
    assertThat(ada.told("marc")).containsExactly("intent");
    assertThat(ada.notices()).hasSize(1);
  }

  @Test
  void where_fit_is_a_must_and_there_the_hand_counts() {
    LeadActor ada = gate.lead("ada@acme.example").whoFits().requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.told("marc")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spy@rival.example", "spy@other-rival.example", "SPY@RIVAL.EXAMPLE"})
  void a_competitor_starts_nothing(String email) {
    LeadActor spy = scenario.lead(email).whoFits().requestsDemo();

    assertThat(spy.stage()).isEqualTo(Stage.LEAD);
    assertThat(spy.notices()).isEmpty();
  }

  @Test
  void a_competitor_with_free_mail_is_known_by_the_domain_it_told() {
    LeadActor spy = scenario.lead("spy@gmail.com").with("domain", "rival.example").requestsDemo();

    assertThat(spy.stage()).isEqualTo(Stage.LEAD);
  }

  @Test
  void a_competitor_that_tells_another_domain_is_known_by_its_address() {
    LeadActor spy =
        scenario.lead("spy@rival.example").with("domain", "acme.example").requestsDemo();

    assertThat(spy.stage()).isEqualTo(Stage.LEAD);
  }

  @Test
  void a_customer_starts_nothing() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    scenario.ben().opens(ada);
    scenario.ben().wins(ada);

    ada.whoFits().requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(ada.handoffs()).hasSize(1);
    assertThat(ada.told("marc")).isEmpty();
  }

  @Test
  void an_unsubscribe_does_not_block_a_demo_request() {
    LeadActor ada = scenario.lead("ada@acme.example").does("unsubscribed").requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }
}
