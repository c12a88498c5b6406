package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.engine.UngatedDeployment;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a decision says and the database can't keep costs no signal. */
abstract class UnkeptAnswerJourney {
  @Autowired ProcessEngine engine;
  @Autowired Rescoring rescoring;
  @Autowired JdbcClient db;

  @Test
  void a_segment_that_cannot_be_kept_keeps_the_signal_until_the_table_is_mended(
      @LocalServerPort int port) {
    HttpCaller marc = HttpCaller.at(port).as("marc");
    String deployment =
        UngatedDeployment.of(engine, "lead-segment", "\"mid\"", "\"" + "m".repeat(61) + "\"");
    JsonNode sent;
    try {
      sent = demoRequest(marc);
      assertThat(sent.at("/warnings").toString())
          .contains(
              "Recorded; its score waits until this is mended: The decision table lead-segment")
          .contains(
              "'segment-mid' needs a shorter text in the column 'segment': it has 61 characters");
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment);
    }

    rescoring.scoreWhatWaits();

    assertThat(stage(marc, sent)).isEqualTo("MQL");
  }

  @Test
  void whatever_follows_and_cannot_be_kept_keeps_the_signal(@LocalServerPort int port) {
    HttpCaller marc = HttpCaller.at(port).as("marc");
    db.sql("alter table handoff add constraint no_mid_size check (segment <> 'mid')" + existing())
        .update();
    JsonNode sent;
    try {
      sent = demoRequest(marc);
      assertThat(sent.at("/warnings").toString()).contains("Recorded; its score waits");
      assertThat(stage(marc, sent)).isEqualTo("LEAD");
    } finally {
      db.sql("alter table handoff drop constraint no_mid_size").update();
    }

    rescoring.scoreWhatWaits();

    assertThat(stage(marc, sent)).isEqualTo("MQL");
  }

  /** Leads of other tests stay what they are. */
  abstract String existing();

  private static JsonNode demoRequest(HttpCaller marc) {
    return marc.post(
            "/api/signals",
            Map.of(
                "type",
                "demo_requested",
                "lead",
                Map.of(
                    "email",
                    "ada@" + UUID.randomUUID() + ".example",
                    "companySize",
                    120,
                    "industry",
                    "SaaS",
                    "jobTitle",
                    "VP Sales")))
        .is(200)
        .json();
  }

  private static String stage(HttpCaller marc, JsonNode sent) {
    return marc.get("/api/leads/" + sent.at("/lead/id").asText())
        .is(200)
        .json()
        .at("/stage")
        .asText();
  }
}
