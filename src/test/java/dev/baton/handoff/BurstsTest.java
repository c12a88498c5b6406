package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A burst is kept and shown, and tells nobody anything (rule R16). */
class BurstsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private static Map<String, Object> at(Instant instant) {
    return Map.of("occurredAt", instant.toString());
  }

  @Test
  void a_demo_request_sent_twice_within_a_second_is_told_once() {
    Instant first = scenario.now().minusSeconds(10);
    LeadActor ada = scenario.lead("ada@acme.example").does("demo_requested", at(first));
    assertThat(ada.told("ben")).containsExactly("assigned");

    ada.does("demo_requested", at(first.plusMillis(300)));

    assertThat(ada.told("ben")).containsExactly("assigned");
  }

  @Test
  void of_a_burst_the_one_that_arrives_later_tells_nobody_even_if_it_occurred_first() {
    Instant first = scenario.now().minusSeconds(10);
    LeadActor ada =
        scenario.lead("ada@acme.example").does("demo_requested", at(first.plusMillis(300)));

    ada.does("demo_requested", at(first));

    assertThat(ada.told("ben")).containsExactly("assigned");
  }

  @Test
  void a_demo_request_a_minute_later_is_told() {
    Instant first = scenario.now().minus(Duration.ofMinutes(5));
    LeadActor ada = scenario.lead("ada@acme.example").does("demo_requested", at(first));

    ada.does("demo_requested", at(first.plusSeconds(60)));

    assertThat(ada.told("ben")).containsExactly("assigned", "intent");
  }

  @Test
  void what_a_burst_says_of_the_lead_still_counts() {
    Instant first = scenario.now().minusSeconds(10);
    Map<String, Object> download =
        Map.of("occurredAt", first.toString(), "properties", Map.of("asset", "roi_calculator"));
    LeadActor ada = scenario.lead("ada@acme.example").does("content_downloaded", download);
    assertThat(ada.stage()).isEqualTo(Stage.LEAD);

    ada.whoFits().does("content_downloaded", download);

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.told("ben")).containsExactly("assigned");
  }
}
