package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the owner of a lead hears at once of what it does (rule R4). */
class HighIntentTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor anOwnedLead() {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    assertThat(ada.told("ben")).containsExactly("assigned");
    scenario.passes(Duration.ofHours(1));
    return ada;
  }

  private static List<Alert> intents(LeadActor lead) {
    return lead.notices().stream().filter(alert -> alert.kind().equals("intent")).toList();
  }

  @Test
  void the_owner_hears_of_a_second_look_at_the_prices_and_what_to_do() {
    LeadActor ada = anOwnedLead();
    ada.does("pricing_page_view");
    assertThat(intents(ada)).isEmpty();
    scenario.passes(Duration.ofMinutes(10));

    ada.does("pricing_page_view");

    Alert told = intents(ada).get(0);
    assertThat(told.to()).isEqualTo("ben");
    assertThat(told.state()).isEqualTo("sent");
    assertThat(told.subject()).startsWith("Your lead just acted: came back to the pricing page");
    assertThat(told.text())
        .contains("Mention what plans cost, and ask about team size.")
        .contains("just now");
  }

  @Test
  void a_lead_that_reloads_the_pricing_page_fifty_times_makes_one_message_a_day() {
    LeadActor ada = anOwnedLead();
    for (int view = 0; view < 50; view++) {
      scenario.passes(Duration.ofSeconds(2));
      ada.does("pricing_page_view");
    }
    assertThat(intents(ada)).hasSize(1);

    scenario.passes(Duration.ofDays(1));
    ada.does("pricing_page_view");
    assertThat(intents(ada)).hasSize(2);
  }

  @Test
  void each_kind_of_intent_is_told() {
    LeadActor ada = anOwnedLead();
    ada.downloads("case_study");
    ada.does("quote_requested");
    ada.does("contact_sales");

    assertThat(intents(ada))
        .extracting(Alert::subject)
        .satisfiesExactly(
            first -> assertThat(first).contains("took several downloads within a day"),
            second -> assertThat(second).contains("asked for prices or a quote"),
            third -> assertThat(third).contains("asked to talk to sales"));
  }

  @Test
  void what_comes_late_or_was_meant_by_no_person_is_no_intent() {
    LeadActor ada = anOwnedLead();
    String longAgo = scenario.now().minus(Duration.ofDays(2)).toString();
    ada.does("pricing_page_view", Map.of("occurredAt", longAgo));
    ada.does("pricing_page_view", Map.of("occurredAt", longAgo));
    assertThat(intents(ada)).as("two days late").isEmpty();

    LeadActor bob = scenario.lead("bob@other.example").whoFits().downloads("roi_calculator");
    scenario.passes(Duration.ofHours(1));
    bob.does("pricing_page_view");
    bob.does("pricing_page_view");
    assertThat(intents(bob)).as("a burst is one view").isEmpty();
  }

  @Test
  void a_customers_owner_hears_of_it_too() {
    LeadActor ada = anOwnedLead();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    scenario.ben().opens(ada);
    scenario.ben().wins(ada);
    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    ada.does("pricing_page_view");
    scenario.passes(Duration.ofMinutes(1));
    ada.does("pricing_page_view");

    assertThat(intents(ada)).extracting(Alert::to).containsExactly("ben");
  }

  @Test
  void who_asks_for_sales_at_night_wakes_the_owner_and_a_page_view_does_not() {
    LeadActor ada = anOwnedLead();
    ada.does("pricing_page_view");
    scenario.passes(Duration.ofHours(12));
    ada.does("pricing_page_view");
    ada.does("contact_sales");

    assertThat(intents(ada)).extracting(Alert::state).containsExactly("pending", "sent");
  }

  @Test
  void a_signal_that_somebody_made_a_hand_raiser_is_told_without_a_row_of_its_own() {
    scenario.changes(
        "hand-raiser", "\"demo_requested\",", "\"demo_requested\",\"meeting_booked\",");
    LeadActor ada = anOwnedLead();
    ada.does("meeting_booked");

    assertThat(intents(ada)).hasSize(1);
  }

  @Test
  void a_lead_that_nobody_works_tells_nobody() {
    LeadActor ada = scenario.lead("ada@acme.example").does("pricing_page_view");
    scenario.passes(Duration.ofMinutes(1));
    ada.does("pricing_page_view");

    assertThat(ada.notices()).isEmpty();
  }
}
