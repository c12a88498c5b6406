package dev.baton.connect.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A CRM that is simulated with its faults, on one database: what all of them are asked alike. */
abstract class CrmJourney {
  static final Duration SOON = Duration.ofSeconds(60);

  private final SimulatedSystem crm;
  private final String kind;

  CrmJourney(SimulatedSystem crm, String kind) {
    this.crm = crm;
    this.kind = kind;
  }

  /** The contact of an address, as it is there. */
  abstract SimulatedRecord contact(String address);

  @Autowired JdbcClient db;
  final String company = UUID.randomUUID() + ".example";
  final String email = "ada@" + company;
  HttpCaller baton;
  HttpCaller admin;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    admin = baton.as("admin");
    crm.hire("rita@baton.example", "ben@baton.example", "nora@baton.example");
    admin
        .send(
            "PUT", "/api/connections/crm", HttpCaller.OBJECT, HttpCaller.json(Map.of("kind", kind)))
        .is(200);
  }

  @AfterEach
  void disconnect() {
    crm.faults().share(0);
    crm.faults().down(false);
    admin.send("DELETE", "/api/connections/crm", null, "").is(204);
  }

  String lead(String address) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", address);
    lead.put("firstName", "Ada");
    lead.put("lastName", "Lovelace");
    lead.put("company", "Acme");
    lead.put("companySize", 120);
    return baton
        .as("marc")
        .post("/api/signals", Map.of("type", "demo_requested", "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  JsonNode handoff(String lead) {
    return baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"))
        .at("/handoff");
  }

  void answer(String lead, String question, Map<String, Object> answer) {
    String handoff = handoff(lead).at("/id").asText();
    baton.as("mona").post("/api/handoffs/%s/%s".formatted(handoff, question), answer).is(200);
  }

  void reject(String lead) {
    answer(
        lead,
        "review",
        Map.of("decision", "reject", "reason", "low_intent", "note", "Only <looking>"));
  }

  void untilDeal(String lead) {
    answer(lead, "review", Map.of("decision", "accept"));
    answer(
        lead,
        "qualification",
        Map.of(
            "framework", "bant",
            "decision", "qualify",
            "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))));
    answer(lead, "touch", Map.of("kind", "call", "outcome", "connected"));
    answer(
        lead,
        "opportunity",
        Map.of("value", 12500, "currency", "EUR", "stage", "proposal", "nextStep", "Send it"));
  }

  SimulatedRecord contact() {
    return contact(email);
  }

  void settled() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode state = admin.get("/api/connections/crm").is(200).json();
              assertThat(state.at("/waiting").asInt()).as(state.toString()).isZero();
              assertThat(state.at("/failed").asInt()).as(state.toString()).isZero();
            });
  }

  /** Waits until it has been listened to once more. */
  void listen() {
    Instant asked = Instant.now();
    db.sql("update outbound_connection set listen_at = null where name = 'crm'").update();
    await()
        .atMost(SOON)
        .until(
            () ->
                db.sql("select heard_to from outbound_connection where name = 'crm'")
                    .query(
                        (rs, row) ->
                            dev.baton.sql.Sql.instantOrNull(rs, "heard_to") != null
                                && dev.baton.sql.Sql.instant(rs, "heard_to").isAfter(asked))
                    .single());
  }

  int echoes() {
    return db.sql("select count(*) as n from signal where sender = 'connection:crm'")
        .query(Integer.class)
        .single();
  }

  List<String> conflicts(String lead) {
    return db.sql("select field from connection_conflict where lead_id = :lead order by field")
        .param("lead", lead)
        .query(String.class)
        .list();
  }
}
