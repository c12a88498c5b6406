package dev.baton.handoff.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A message that arrived nowhere is an incident at its handoff's process. */
class FailedDeliveryIncidentsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private List<Incident> incidents() {
    return scenario
        .bean(RuntimeService.class)
        .createIncidentQuery()
        .incidentType(FailedDeliveryIncidents.TYPE)
        .list();
  }

  private FailedDelivery onlyOne() {
    return scenario.bean(FailedDeliveries.class).all().get(0);
  }

  @Test
  void it_is_shown_at_once_and_gone_when_it_is_tried_again() {
    scenario.nextMessageFails("the mail server refused it");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getConfiguration()).isEqualTo(onlyOne().id());
              assertThat(incident.getIncidentMessage())
                  .isEqualTo("notice over email to ben: the mail server refused it")
                  .doesNotContain("ada@");
            });
    assertThat(onlyOne().leadId()).isEqualTo(ada.id());

    scenario.bean(FailedDeliveries.class).again(onlyOne());
    assertThat(incidents()).isEmpty();
    scenario.passes(Duration.ZERO);
    assertThat(ada.notices().get(0).state()).isEqualTo("sent");
  }

  @Test
  void what_is_given_up_is_no_incident_any_more() {
    scenario.nextMessageFails("no");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.bean(FailedDeliveries.class).giveUp(onlyOne(), "mona");

    assertThat(incidents()).isEmpty();
    assertThat(ada.notices().get(0).state()).isEqualTo("skipped");
    assertThat(ada.notices().get(0).error()).isEqualTo("given up by mona: no");
  }

  @Test
  void a_handoff_without_a_process_has_the_managers_line_alone() {
    scenario.nextMessageFails("no");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "low_intent");

    assertThat(incidents()).isEmpty();
    scenario.bean(FailedDeliveryIncidents.class).followAll();
    assertThat(incidents()).isEmpty();
    assertThat(onlyOne().leadId()).isEqualTo(ada.id());
  }

  @Test
  void a_crash_before_the_incident_is_made_good_and_one_too_many_is_taken_away() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario
        .db()
        .sql("update notice set state = 'failed', error = 'no' where lead_id = :lead")
        .param("lead", ada.id())
        .update();
    scenario.bean(FailedDeliveryIncidents.class).followAll();
    scenario.bean(FailedDeliveryIncidents.class).followAll();
    assertThat(incidents()).hasSize(1);

    scenario.db().sql("update notice set state = 'sent'").update();
    scenario.bean(FailedDeliveryIncidents.class).followAll();
    assertThat(incidents()).isEmpty();
  }
}
