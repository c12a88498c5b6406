package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way through {@code lead-handoff.bpmn}. */
class HandoffPathsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_lead_is_accepted_qualified_touched_opened_and_won() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("ben");

    scenario.ben().accepts(ada);
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    scenario.ben().qualifies(ada);
    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    scenario.ben().calls(ada);
    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    scenario.ben().opens(ada);
    assertThat(ada.stage()).isEqualTo(Stage.OPPORTUNITY);
    assertThat(scenario.runningProcesses()).isZero();
    scenario.ben().wins(ada);

    assertThat(ada.stages())
        .containsExactly(
            Stage.LEAD, Stage.MQL, Stage.SAL, Stage.SQL, Stage.OPPORTUNITY, Stage.CUSTOMER);
    assertThat(ada.handoff().state()).isEqualTo(HandoffState.CLOSED);
    assertThat(ada.handoff().closing().result()).isEqualTo("won");
    assertThat(ada.deadlines()).hasSize(5).allMatch(deadline -> deadline.verdict().metAt() != null);
    assertThat(scenario.timers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "wrong_icp, DISQUALIFIED,",
    "duplicate, DISQUALIFIED,",
    "low_intent, RECYCLED, 30",
    "unreachable, RECYCLED, 30"
  })
  void a_rejected_lead_goes_where_its_reason_says(String reason, Stage stage, Integer days) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.ben().rejects(ada, reason);

    assertIsBack(ada, "rejected", reason, stage, days);
  }

  @ParameterizedTest
  @CsvSource({
    "no_budget, 90",
    "no_authority, 14",
    "no_active_need, 30",
    "bad_timing, 60",
    "competitor, 180",
    "unreachable, 30"
  })
  void a_disqualified_lead_goes_where_its_reason_says(String reason, Integer days) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);

    scenario.ben().disqualifies(ada, reason);

    assertIsBack(ada, "disqualified", reason, Stage.RECYCLED, days);
  }

  @ParameterizedTest
  @CsvSource({
    "bad_timing, 2026-09-01, 2026-09-01T00:00:00Z",
    "competitor, 2027-01-01, 2027-01-01T00:00:00Z",
    "bad_timing, 2026-01-01, 2026-05-01T09:00:00Z",
    "no_budget, 2026-09-01, 2026-05-31T09:00:00Z"
  })
  void bad_timing_and_a_competitors_contract_end_on_the_day_the_rep_names(
      String reason, String day, Instant until) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);

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
                "criteria",
                Map.of("timing", Map.of("met", false, "date", day))));

    assertThat(ada.episodes().get(ada.episodes().size() - 1).coolingUntil()).isEqualTo(until);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_TOUCH", "OPPORTUNITY"})
  void a_lead_is_lost_before_there_is_a_deal(HandoffState state) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, state);

    scenario.ben().loses(ada, "no_budget");

    assertIsBack(ada, "lost", "no_budget", Stage.RECYCLED, 90);
  }

  @Test
  void a_running_deal_is_lost() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    scenario.ben().opens(ada);
    scenario.passes(Duration.ofDays(40));

    scenario.ben().loses(ada, "competitor");

    assertThat(ada.stages()).contains(Stage.OPPORTUNITY);
    assertIsBack(ada, "lost", "competitor", Stage.RECYCLED, 180);
  }

  private void assertIsBack(
      LeadActor lead, String result, String reason, Stage stage, Integer coolingDays) {
    assertThat(lead.stage()).isEqualTo(stage);
    assertThat(lead.state()).isEqualTo(HandoffState.CLOSED);
    assertThat(lead.handoff().closing().result()).isEqualTo(result);
    assertThat(lead.handoff().closing().reason()).isEqualTo(reason);
    var last = lead.episodes().get(lead.episodes().size() - 1);
    assertThat(last.reason()).isEqualTo(reason);
    assertThat(last.by()).isEqualTo("ben");
    assertThat(last.coolingUntil())
        .isEqualTo(coolingDays == null ? null : scenario.now().plus(Duration.ofDays(coolingDays)));
    assertThat(scenario.runningProcesses()).isZero();
    assertThat(scenario.timers())
        .noneMatch(timer -> timer.getProcessDefinitionKey().equals(HandoffProcess.KEY));
    assertThat(lead.deadlines())
        .isNotEmpty()
        .allMatch(
            d ->
                d.verdict().metAt() != null
                    || d.verdict().voidedAt() != null
                    || d.verdict().endedAt() != null);
  }
}
