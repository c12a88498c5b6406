package dev.baton.connect.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Simulated ad platforms with their faults, connected, on one database. */
abstract class SimulatedAdPlatforms {
  static final Duration SOON = Duration.ofSeconds(60);
  static final SimulatedSystem GOOGLE = start(true);
  static final SimulatedSystem LINKEDIN = start(false);

  @Autowired JdbcClient db;
  final String company = UUID.randomUUID() + ".example";
  final String email = "ada@" + company;
  HttpCaller baton;
  HttpCaller admin;

  private static SimulatedSystem start(boolean google) {
    try {
      return google
          ? SimulatedSystem.google(0, Clock.systemUTC())
          : SimulatedSystem.linkedIn(0, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.google.api-url", GOOGLE::url);
    settings.add("baton.connect.google.login-url", () -> GOOGLE.url() + "/token");
    settings.add("baton.connect.google.client-id", () -> "baton");
    settings.add("baton.connect.google.client-secret", () -> "between-us");
    settings.add("baton.connect.google.refresh-token", () -> "for-long");
    settings.add("baton.connect.google.account", () -> "1234567890");
    settings.add("baton.connect.google.conversions.mql.id", () -> "11");
    settings.add("baton.connect.google.conversions.mql.value", () -> "50");
    settings.add("baton.connect.google.conversions.mql.currency", () -> "EUR");
    settings.add("baton.connect.google.conversions.sql.id", () -> "13");
    settings.add("baton.connect.google.conversions.won.id", () -> "14");
    settings.add("baton.connect.linkedin.api-url", LINKEDIN::url);
    settings.add("baton.connect.linkedin.token", () -> SimulatedSystem.TOKEN);
    settings.add("baton.connect.linkedin.account", () -> "502");
    settings.add("baton.connect.linkedin.conversions.mql.id", () -> "21");
    settings.add("baton.connect.linkedin.conversions.won.id", () -> "24");
    settings.add("baton.connect.smallest-audience", () -> 3);
  }

  @BeforeEach
  void connect(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    admin = baton.as("admin");
    for (String kind : List.of("google", "linkedin")) {
      admin
          .send(
              "PUT",
              "/api/connections/" + kind,
              HttpCaller.OBJECT,
              HttpCaller.json(Map.of("kind", kind)))
          .is(200);
    }
  }

  @AfterEach
  void disconnect() {
    for (SimulatedSystem each : List.of(GOOGLE, LINKEDIN)) {
      each.faults().share(0);
      each.faults().down(false);
    }
    admin.send("DELETE", "/api/connections/google", null, "").is(204);
    admin.send("DELETE", "/api/connections/linkedin", null, "").is(204);
  }

  String lead(String address, boolean consents, Map<String, Object> properties) {
    return baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type",
                "demo_requested",
                "properties",
                properties,
                "lead",
                Map.of(
                    "email",
                    address,
                    "firstName",
                    "Ada",
                    "companySize",
                    120,
                    "consent",
                    Map.of("email", consents))))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  String lead(String address) {
    return lead(
        address,
        true,
        Map.of("gclid", "g-" + address.hashCode(), "url", "https://a.example/?li_fat_id=li-1"));
  }

  void answer(String lead, String question, Map<String, Object> answer) {
    JsonNode handoff =
        baton
            .as("mona")
            .await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"))
            .at("/handoff");
    baton
        .as("mona")
        .post("/api/handoffs/%s/%s".formatted(handoff.at("/id").asText(), question), answer)
        .is(200);
  }

  void reject(String lead) {
    answer(lead, "review", Map.of("decision", "reject", "reason", "low_intent", "note", "No"));
  }

  void win(String lead) {
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
    answer(lead, "outcome", Map.of("outcome", "won", "value", 13000));
  }

  JsonNode state(String connection) {
    return admin.get("/api/connections/" + connection).is(200).json();
  }

  void settled() {
    for (String connection : List.of("google", "linkedin")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                JsonNode state = state(connection);
                assertThat(state.at("/waiting").asInt()).as(state.toString()).isZero();
                assertThat(state.at("/failed").asInt()).as(state.toString()).isZero();
              });
    }
  }

  static List<SimulatedRecord> conversions(SimulatedSystem at, String hash) {
    return at.records().all("conversions").stream()
        .filter(one -> one.values().containsValue(hash))
        .toList();
  }

  static List<String> actions(List<SimulatedRecord> conversions) {
    return conversions.stream().map(one -> one.value("action")).toList();
  }
}
