package dev.baton.connect.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What simulated marketing automations hear of leads, with their faults, on one database. */
abstract class AutomationJourney {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final SimulatedSystem MARKETO = start(true);
  private static final SimulatedSystem PARDOT = start(false);

  @Autowired JdbcClient db;
  private final String company = UUID.randomUUID() + ".example";
  private final String email = "ada@" + company;
  private HttpCaller baton;
  private HttpCaller admin;

  private static SimulatedSystem start(boolean marketo) {
    try {
      return marketo
          ? SimulatedSystem.marketo(0, Clock.systemUTC())
          : SimulatedSystem.pardot(0, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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

  @BeforeEach
  void connect(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    admin = baton.as("admin");
    for (String kind : List.of("marketo", "pardot")) {
      put("/api/connections/" + kind, Map.of("kind", kind));
    }
  }

  @AfterEach
  void disconnect() {
    MARKETO.faults().share(0);
    PARDOT.faults().share(0);
    admin.send("DELETE", "/api/connections/marketo", null, "").is(204);
    admin.send("DELETE", "/api/connections/pardot", null, "").is(204);
  }

  private void put(String path, Map<String, Object> fields) {
    admin.send("PUT", path, HttpCaller.OBJECT, HttpCaller.json(fields)).is(200);
  }

  private String lead(String address) {
    Map<String, Object> lead =
        Map.of("email", address, "companySize", 120, "consent", Map.of("email", true));
    return baton
        .as("marc")
        .post("/api/signals", Map.of("type", "demo_requested", "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private JsonNode handoff(String lead) {
    return baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"))
        .at("/handoff");
  }

  private void reject(String lead) {
    baton
        .as("mona")
        .post(
            "/api/handoffs/%s/review".formatted(handoff(lead).at("/id").asText()),
            Map.of("decision", "reject", "reason", "low_intent", "note", "No"))
        .is(200);
  }

  private void settled() {
    for (String connection : List.of("marketo", "pardot")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                JsonNode state = admin.get("/api/connections/" + connection).is(200).json();
                assertThat(state.at("/waiting").asInt()).as(state.toString()).isZero();
                assertThat(state.at("/failed").asInt()).as(state.toString()).isZero();
              });
    }
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
    String owner = handoff(lead).at("/owner").asText();
    settled();
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
    assertThat(there(MARKETO, email).value("batonOwner")).startsWith(owner);
    assertThat(there(PARDOT, email).value("Baton_Stage__c")).isEqualTo("MQL");
    assertThat(there(PARDOT, email).value("Baton_Owner__c")).startsWith(owner);

    reject(lead);
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

    reject(lead);

    for (SimulatedSystem each : List.of(MARKETO, PARDOT)) {
      String id = there(each, email).id();
      await()
          .atMost(SOON)
          .until(() -> each.records().find("list " + company, "member", id).isEmpty());
    }
  }

  @Test
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

    handoff(lead(email));

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
    leads.subList(0, 30).forEach(this::reject);
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
