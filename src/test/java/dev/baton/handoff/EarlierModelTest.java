package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerLinks;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A handoff that began on an earlier model ends on it, with the steps of today. There are three:
 * the one before the policies, the one whose reminders and rules were all on one sheet, and the one
 * before leads were enriched.
 */
class EarlierModelTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private static final String BEFORE_THE_POLICIES = "lead-handoff.bpmn";
  private static final String ON_ONE_SHEET = "lead-handoff-2.bpmn";
  private static final String WITHOUT_ENRICHMENT = "lead-handoff-3.bpmn";

  private LeadActor running(String earlier) {
    scenario.deploysUngated("lead-handoff.bpmn", file("/earlier/" + earlier));
    LeadActor lead = scenario.lead("ada@acme.example").requestsDemo();
    scenario.deploys("lead-handoff.bpmn", file("/bpmn/lead-handoff.bpmn"));
    return lead;
  }

  private static String file(String path) {
    try (InputStream file = EarlierModelTest.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the running process has under this id. */
  private Object element(LeadActor lead, String id) {
    String definition =
        scenario
            .bean(RuntimeService.class)
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(lead.handoff().id(), HandoffProcess.KEY)
            .singleResult()
            .getProcessDefinitionId();
    return scenario
        .bean(ProcessEngine.class)
        .getRepositoryService()
        .getBpmnModelInstance(definition)
        .getModelElementById(id);
  }

  @Test
  void they_are_other_models() {
    LeadActor ada = running(BEFORE_THE_POLICIES);

    assertThat(element(ada, "reviewedByWhom")).isNull();
    assertThat(element(ada, "remindOrEscalate")).isNull();
    scenario.ben().rejects(ada, "low_intent");
  }

  @Test
  void on_one_sheet_stood_the_rule_but_nobody_was_chased_in_a_place_of_its_own() {
    LeadActor ada = running(ON_ONE_SHEET);

    assertThat(element(ada, "reviewedByWhom")).isNotNull();
    assertThat(element(ada, "remindOrEscalate")).isNull();
    scenario.ben().rejects(ada, "low_intent");
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE_THE_POLICIES, ON_ONE_SHEET, WITHOUT_ENRICHMENT})
  void it_walks_to_a_customer(String earlier) {
    LeadActor ada = running(earlier);

    scenario.ben().accepts(ada);
    scenario.ben().qualifies(ada);
    scenario.passes(Duration.ofHours(25));
    scenario.ben().calls(ada);
    scenario.mona().reassigns(ada, scenario.rita());
    assertThat(element(ada, "enrichLead")).as("still the earlier model").isNull();
    scenario.rita().opens(ada);
    scenario.rita().wins(ada);

    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(ada.deadline("first_touch").missedAt()).isNotNull();
    assertThat(scenario.runningProcesses()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    BEFORE_THE_POLICIES + ", REVIEW, low_intent",
    BEFORE_THE_POLICIES + ", QUALIFICATION, no_budget",
    BEFORE_THE_POLICIES + ", FIRST_TOUCH, unreachable",
    ON_ONE_SHEET + ", REVIEW, low_intent",
    ON_ONE_SHEET + ", QUALIFICATION, no_budget",
    ON_ONE_SHEET + ", FIRST_TOUCH, unreachable",
    ON_ONE_SHEET + ", OPPORTUNITY, competitor"
  })
  void its_rejections_lead_back_to_marketing(String earlier, HandoffState state, String reason) {
    LeadActor ada = scenario.ben().brings(running(earlier), state);

    switch (state) {
      case REVIEW -> scenario.ben().rejects(ada, reason);
      case QUALIFICATION -> scenario.ben().disqualifies(ada, reason);
      default -> scenario.ben().loses(ada, reason);
    }

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(scenario.runningProcesses()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE_THE_POLICIES, ON_ONE_SHEET, WITHOUT_ENRICHMENT})
  void its_forms_meet_the_checks_of_today(String earlier) {
    LeadActor ada = running(earlier);
    tasklist(ada, Map.of("decision", "accept"));
    assertThat(ada.stage()).isEqualTo(Stage.SAL);

    tasklist(ada, Map.of("decision", "qualify", "need", true));

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    tasklist(ada, Map.of("kind", "call", "outcome", "connected"));
    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
    tasklist(
        ada,
        Map.of(
            "value", 12500, "currency", "EUR", "stage", "proposal", "nextStep", "Send the offer"));
    assertThat(ada.stage()).isEqualTo(Stage.OPPORTUNITY);
    assertThat(scenario.runningProcesses()).isZero();
  }

  private void tasklist(LeadActor lead, Map<String, Object> answer) {
    scenario.completesInTasklist(lead.handoff().id(), "ben", answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE_THE_POLICIES, ON_ONE_SHEET, WITHOUT_ENRICHMENT})
  void its_link_in_a_mail_answers_it(String earlier) {
    LeadActor ada = running(earlier);
    String url =
        scenario
            .bean(AnswerLinkIssuer.class)
            .link(ada.deadline("review").id(), "ben")
            .orElseThrow();
    AnswerLink link =
        scenario
            .bean(AnswerLinks.class)
            .find(url.substring(url.lastIndexOf('/') + 1))
            .orElseThrow();

    scenario.withSavePoints(
        () -> scenario.bean(AnswerLinkCommands.class).answer(link, Map.of("decision", "accept")));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    scenario.ben().disqualifies(ada, "no_budget");
    assertThat(scenario.runningProcesses()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {BEFORE_THE_POLICIES, ON_ONE_SHEET, WITHOUT_ENRICHMENT})
  void its_misses_are_escalated(String earlier) {
    LeadActor ada = running(earlier);

    scenario.passes(Duration.ofHours(5));

    assertThat(ada.deadline("review").missedAt()).isNotNull();
    assertThat(ada.told("mona")).contains("escalation");
    scenario.ben().rejects(ada, "low_intent");
    assertThat(scenario.runningProcesses()).isZero();
    assertThat(scenario.runningLadders()).isZero();
  }
}
