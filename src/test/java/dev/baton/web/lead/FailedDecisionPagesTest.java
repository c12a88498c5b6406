package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.engine.UngatedDeployment;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While a decision table fails, signals are taken and every page can be read. */
@OnH2
class FailedDecisionPagesTest {
  @Autowired ProcessEngine engine;

  @ParameterizedTest
  @CsvSource({
    "score-threshold, \"two-axis\", \"no-axis\"",
    "score-two-axis, <text>20</text>, <text></text>",
    "score-decay, <text>90</text>, <text></text>",
    "score-band, <text>total</text>, <text>count(for i in 1..9000000 return i)</text>",
    "lead-stage, \"none\", \"nothing\"",
    "hand-raiser, <text>true</text>, <text></text>",
    "high-intent, \"none\", hot hot (",
    "playbook, <text>signal</text>, <text>count(for i in 1..9000000 return i)</text>"
  })
  void every_page_stays_readable(String table, String from, String to, @LocalServerPort int port) {
    HttpCaller baton = HttpCaller.at(port);
    HttpCaller mona = baton.as("mona");
    String before = lead(baton);
    String deployment = UngatedDeployment.of(engine, table, from, to);
    try {
      String during = lead(baton);
      for (String lead : new String[] {before, during}) {
        JsonNode view = mona.get("/api/leads/" + lead).is(200).json();
        assertThat(view.at("/score/total").isInt()).isTrue();
        mona.get("/api/leads/" + lead + "/score").is(200);
        mona.get("/leads/" + lead).is(200);
      }
      for (String page : new String[] {"/", "/leads", "/funnel", "/sla"}) {
        assertThat(mona.get(page).status()).as(page).isEqualTo(200);
      }
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment);
    }
  }

  @Test
  void the_sender_reads_why_the_score_waits(@LocalServerPort int port) {
    String deployment =
        UngatedDeployment.of(engine, "score-threshold", "\"two-axis\"", "\"no-axis\"");
    try {
      var answer =
          HttpCaller.at(port)
              .as("marc")
              .post(
                  "/api/signals",
                  Map.of(
                      "type",
                      "demo_requested",
                      "lead",
                      Map.of("email", UUID.randomUUID() + "@acme.example")))
              .is(200);
      assertThat(answer.at("/warnings/0/message").asText())
          .startsWith("Recorded; its score waits until this is mended: The decision table");
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment);
    }
  }

  private static String lead(HttpCaller baton) {
    return baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type",
                "demo_requested",
                "lead",
                Map.of(
                    "email",
                    UUID.randomUUID() + "@acme.example",
                    "companySize",
                    120,
                    "industry",
                    "SaaS",
                    "jobTitle",
                    "VP Sales")))
        .is(200)
        .at("/lead/id")
        .asText();
  }
}
