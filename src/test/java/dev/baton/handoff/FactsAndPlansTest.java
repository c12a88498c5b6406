package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.handoff.record.HandoffState;
import dev.baton.input.InvalidInput;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer is a fact from the future or a plan into the past. Now is 2 March 2026. */
class FactsAndPlansTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor accepted() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    return ada;
  }

  private LeadActor touched() {
    LeadActor ada = accepted();
    scenario.ben().qualifies(ada);
    scenario.ben().calls(ada);
    return ada;
  }

  private static void refused(String field, Runnable answer) {
    InvalidInput refusal = catchThrowableOfType(InvalidInput.class, answer::run);
    assertThat(refusal).isNotNull();
    assertThat(refusal.errors()).extracting(error -> error.field()).containsExactly(field);
  }

  private Map<String, Object> deal(String closeDate) {
    return Map.of(
        "value",
        12500,
        "currency",
        "EUR",
        "stage",
        "proposal",
        "nextStep",
        "Send it",
        "closeDate",
        closeDate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"won", "lost"})
  void a_deal_does_not_end_in_the_future(String outcome) {
    LeadActor ada = touched();
    scenario.ben().opens(ada);
    Map<String, Object> answer = new HashMap<>(Map.of("outcome", outcome));
    if (outcome.equals("lost")) {
      answer.put("reason", "no_budget");
    }
    answer.put("at", "2150-01-01T00:00:00Z");
    refused("at", () -> scenario.ben().ends(ada, answer));

    answer.put("at", "2026-03-01T09:00:00+0100");
    scenario.ben().ends(ada, answer);
    assertThat(ada.handoff().isClosed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "connected, at, 2026-03-02T10:00:00Z",
    "connected, nextAt, 2026-03-01T09:00:00Z",
    "no_answer, nextAt, 2026-03-02T09:00:00Z"
  })
  void a_touch_was_and_the_next_one_will_be(String outcome, String field, String at) {
    LeadActor ada = accepted();
    refused(
        field,
        () ->
            scenario.withSavePoints(
                () ->
                    scenario
                        .bean(HandoffCommands.class)
                        .touch(
                            ada.handoff().id(),
                            Map.of("kind", "call", "outcome", outcome, field, at),
                            "ben")));
  }

  @Test
  void a_deal_is_expected_to_close_today_or_later() {
    LeadActor ada = touched();
    refused(
        "closeDate",
        () -> scenario.ben().answers(ada, HandoffState.OPPORTUNITY, deal("2026-02-27")));

    scenario.ben().answers(ada, HandoffState.OPPORTUNITY, deal("2026-03-02"));
    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
  }

  @ParameterizedTest
  @CsvSource({"bad_timing, wakeAt", "competitor, renewalAt"})
  void nobody_comes_back_in_the_past(String reason, String field) {
    LeadActor ada = accepted();
    refused(
        field,
        () ->
            scenario
                .ben()
                .answers(
                    ada,
                    HandoffState.QUALIFICATION,
                    Map.of(
                        "framework",
                        "bant",
                        "decision",
                        "disqualify",
                        "reason",
                        reason,
                        field,
                        "2026-01-31")));
  }
}
