package dev.baton.connect.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.connect.ConnectedJourney;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import dev.baton.demo.crm.SimulatedVendor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What simulated marketing automations hear of leads, with their faults, on one database. */
abstract class AutomationJourney extends ConnectedJourney {
  private static final SimulatedSystem MARKETO =
      new SimulatedSystem(SimulatedVendor.MARKETO, 0, Clock.systemUTC());
  private static final SimulatedSystem PARDOT =
      new SimulatedSystem(SimulatedVendor.PARDOT, 0, Clock.systemUTC());

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.marketo.api-url", MARKETO::url);
    settings.add("baton.connect.marketo.client-id", () -> "baton");
    settings.add("baton.connect.marketo.client-secret", () -> "between-us");
    settings.add("baton.connect.pardot.api-url", PARDOT::url);
    settings.add("baton.connect.pardot.login-url", () -> PARDOT.url() + "/token");
    settings.add("baton.connect.pardot.client-id", () -> "baton");
    settings.add("baton.connect.pardot.client-secret", () -> "between-us");
    settings.add("baton.connect.pardot.account", () -> "0Uv000000000001");
    settings.add("baton.connect.smallest-audience", () -> 1);
  }

  AutomationJourney() {
    super(Map.of("marketo", MARKETO, "pardot", PARDOT));
  }

  private static SimulatedRecord there(SimulatedSystem at, String address) {
    String type = at == MARKETO ? "people" : "prospects";
    List<SimulatedRecord> found =
        at.records().all(type).stream().filter(one -> one.value("email").equals(address)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void stage_owner_and_reason_stand_there_as_fields() {
    String lead = lead(email);
    String owner = leads.handoff(lead).at("/owner").asText();
    settled();
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
    assertThat(there(MARKETO, email).value("batonOwner")).startsWith(owner);
    assertThat(there(PARDOT, email).value("Baton_Stage__c")).isEqualTo("MQL");
    assertThat(there(PARDOT, email).value("Baton_Owner__c")).startsWith(owner);

    leads.reject(lead);
    settled();

    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("RECYCLED");
    assertThat(there(MARKETO, email).value("batonReason")).isEqualTo("low_intent");
    assertThat(there(PARDOT, email).value("Baton_Reason__c")).isEqualTo("low_intent");

    baton.as("marc").post("/api/leads/%s/erase".formatted(lead), Map.of("reason", "asked")).is(200);
    settled();
    assertThat(MARKETO.records().find("people", "email", email)).isEmpty();
    assertThat(PARDOT.records().find("prospects", "email", email)).isEmpty();
  }

  @Test
  void leads_come_into_lists_there_and_go_by_their_stage() {
    String lead = lead(email);
    settled();
    for (SimulatedSystem each : List.of(MARKETO, PARDOT)) {
      String name = each == MARKETO ? "marketo" : "pardot";
      put(
          "/api/audiences/%s-%s".formatted(name, company.substring(0, 8)),
          Map.of("connection", name, "list", company, "stages", List.of("MQL")));
      String id = there(each, email).id();
      await()
          .atMost(SOON)
          .until(() -> each.records().find("list " + company, "member", id).isPresent());
    }

    leads.reject(lead);

    for (SimulatedSystem each : List.of(MARKETO, PARDOT)) {
      String id = there(each, email).id();
      await()
          .atMost(SOON)
          .until(() -> each.records().find("list " + company, "member", id).isEmpty());
    }
  }

  @Test
  @Tag("nightly")
  void an_error_inside_of_an_answer_is_one_and_a_token_that_expires_is_had_anew() {
    lead("first." + email);
    settled();
    int logins = MARKETO.logins();
    MARKETO.faults().next(Fault.EXPIRED_TOKEN, Fault.ERROR_INSIDE, Fault.LOST_ANSWER);

    lead(email);
    settled();

    assertThat(MARKETO.logins()).isEqualTo(logins + 1);
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
  }

  @Test
  @Tag("nightly")
  void too_many_calls_in_a_while_are_waited_for() {
    MARKETO.faults().next(Fault.TOO_MANY);

    leads.handoff(lead(email));

    await()
        .atMost(SOON)
        .until(() -> admin.get("/api/connections/marketo").at("/state").asText().equals("held"));
    assertThat(admin.get("/api/connections/marketo").at("/lastError/text").asText())
        .contains("606");
    settled();
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
  }

  @Test
  @Tag("nightly")
  void after_faults_and_an_outage_each_person_is_there_once_as_it_is_here() {
    MARKETO.faults().share(0.05);
    PARDOT.faults().share(0.05);
    List<String> leads = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      leads.add(lead("lead%d.%s".formatted(i, email)));
    }
    MARKETO.faults().down(true);
    PARDOT.faults().down(true);
    leads.subList(0, 30).forEach(this.leads::reject);
    MARKETO.faults().down(false);
    PARDOT.faults().down(false);
    settled();

    for (int i = 0; i < leads.size(); i++) {
      String address = "lead%d.%s".formatted(i, email);
      String stage = i < 30 ? "RECYCLED" : "MQL";
      assertThat(there(MARKETO, address).value("batonStage")).isEqualTo(stage);
      assertThat(there(PARDOT, address).value("Baton_Stage__c")).isEqualTo(stage);
    }
  }
}
