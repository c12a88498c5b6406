package dev.baton.handoff;

import dev.baton.handoff.record.HandoffState;
import dev.baton.stage.Stage;


import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A handoff that began on the model before the policies ({@code earlier/lead-handoff.bpmn}) ends on
 * it, with the steps of today.
 */
class EarlierModelTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @BeforeEach
  void the_earlier_model_is_in_force() {
    house.deploys("lead-handoff.bpmn", file("/earlier/lead-handoff.bpmn"));
  }

  private LeadActor running() {
    LeadActor lead = house.lead("ada@acme.example").requestsDemo();
    house.deploys("lead-handoff.bpmn", file("/bpmn/lead-handoff.bpmn"));
    return lead;
  }

  private static String file(String path) {
    try (InputStream file = EarlierModelTest.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void it_is_another_model() {
    LeadActor ada = running();
    String definition =
        house
            .bean(RuntimeService.class)
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(ada.handoff().id())
            .singleResult()
            .getProcessDefinitionId();

    assertThat(
            (Object)
                house
                    .bean(ProcessEngine.class)
                    .getRepositoryService()
                    .getBpmnModelInstance(definition)
                    .getModelElementById("reviewedByWhom"))
        .isNull();
    house.ben().rejects(ada, "low_intent");
  }

  @Test
  void it_walks_to_a_customer() {
    LeadActor ada = running();

    house.ben().accepts(ada);
    house.ben().qualifies(ada);
    house.passes(Duration.ofHours(25));
    house.ben().calls(ada);
    house.mona().reassigns(ada, house.rita());
    house.rita().opens(ada);
    house.rita().wins(ada);

    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(ada.deadline("first_touch").missedAt()).isNotNull();
    assertThat(house.runningProcesses()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"REVIEW, low_intent", "QUALIFICATION, no_budget", "FIRST_TOUCH, unreachable"})
  void its_noes_lead_back_to_marketing(HandoffState state, String reason) {
    LeadActor ada = house.ben().brings(running(), state);

    switch (state) {
      case REVIEW -> house.ben().rejects(ada, reason);
      case QUALIFICATION -> house.ben().disqualifies(ada, reason);
      default -> house.ben().loses(ada, reason);
    }

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(house.runningProcesses()).isZero();
  }

  @Test
  void its_form_is_bants_and_meets_the_checks_of_today() {
    LeadActor ada = running();
    house.ben().accepts(ada);

    house.completesInTasklist(
        ada.handoff().id(), "ben", Map.of("decision", "qualify", "need", true));

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    house.ben().calls(ada);
    house.ben().opens(ada);
    assertThat(house.runningProcesses()).isZero();
  }
}
