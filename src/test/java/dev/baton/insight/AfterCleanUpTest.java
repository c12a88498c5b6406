package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.insight.rollup.job.RollUpJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Figures come from our own facts, never from the engine's history, which is cleaned away. */
@OnH2
class AfterCleanUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @Autowired HistoryService history;
  @Autowired RollUpJob rollUpJob;
  @Autowired Clock clock;

  @Test
  void figures_are_the_same_before_and_after_the_history_is_cleaned(@LocalServerPort int port)
      throws Exception {
    HttpCaller baton = HttpCaller.at(port);
    String source = "clean-" + UUID.randomUUID();
    String accepted = handoff(baton, source);
    String rejected = handoff(baton, source);
    handoff(baton, source);
    answer(baton, accepted, Map.of("decision", "accept"));
    baton
        .as("mona")
        .post(
            "/api/handoffs/" + accepted + "/qualification",
            Map.of(
                "framework",
                "bant",
                "decision",
                "disqualify",
                "reason",
                "no_budget",
                "criteria",
                Map.of()))
        .is(200);
    answer(baton, rejected, Map.of("decision", "reject", "reason", "low_intent"));
    awaitEnd(accepted);
    awaitEnd(rejected);
    Map<String, JsonNode> before = figures(baton, source);
    assertThat(before.get("funnel").at("/mql").asInt()).isEqualTo(3);
    assertThat(before.get("funnel").at("/sal").asInt()).isEqualTo(1);
    assertThat(before.get("rejections")).hasSize(2);
    assertThat(before.get("sla")).as("of the one that waits").isNotEmpty();

    cleanUp(accepted, rejected);
    rollUpJob.fold();

    assertThat(figures(baton, source)).isEqualTo(before);
  }

  private static String handoff(HttpCaller baton, String source) throws InterruptedException {
    String lead =
        baton
            .as("marc")
            .post(
                "/api/signals",
                Map.of(
                    "type",
                    "demo_requested",
                    "source",
                    source,
                    "lead",
                    Map.of("email", UUID.randomUUID() + "@acme.example")))
            .is(200)
            .at("/lead/id")
            .asText();
    return baton
        .as("mona")
        .await(
            "/api/leads/" + lead,
            one -> one.at("/handoff/deadlines").findValuesAsText("clock").contains("review"))
        .at("/handoff/id")
        .asText();
  }

  private static void answer(HttpCaller baton, String handoff, Map<String, Object> review) {
    baton.as("mona").post("/api/handoffs/" + handoff + "/review", review).is(200);
  }

  private static Map<String, JsonNode> figures(HttpCaller baton, String source) {
    Map<String, JsonNode> figures = new LinkedHashMap<>();
    for (String report : List.of("funnel", "rejections", "sla")) {
      figures.put(report, rows(baton, "/api/insight/" + report + "?by=source", source));
    }
    figures.put("funnel", figures.get("funnel").get(0));
    figures.put("parts", rows(baton, "/api/insight/sla/parts?by=source", source));
    return figures;
  }

  private static JsonNode rows(HttpCaller baton, String report, String source) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    baton
        .as("mona")
        .get(report)
        .is(200)
        .at("/rows")
        .forEach(
            row -> {
              if (row.at("/key").asText().equals(source)) {
                rows.add(row);
              }
            });
    return rows;
  }

  private void awaitEnd(String handoff) throws InterruptedException {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                history
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("lead-handoff")
                        .processInstanceBusinessKey(handoff)
                        .finished()
                        .count()
                    == 1);
  }

  /** As the engine does it itself, only sooner. */
  private void cleanUp(String... handoffs) throws InterruptedException {
    for (String handoff : handoffs) {
      history
          .setRemovalTimeToHistoricProcessInstances()
          .absoluteRemovalTime(Date.from(clock.instant().minus(Duration.ofDays(1))))
          .byQuery(
              history
                  .createHistoricProcessInstanceQuery()
                  .processDefinitionKey("lead-handoff")
                  .processInstanceBusinessKey(handoff))
          .executeAsync();
    }
    for (String handoff : handoffs) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  history
                      .createHistoricProcessInstanceQuery()
                      .processDefinitionKey("lead-handoff")
                      .processInstanceBusinessKey(handoff)
                      .singleResult()
                      .getRemovalTime()
                      .before(Date.from(clock.instant())));
    }
    history.cleanUpHistoryAsync(true);
    for (String handoff : handoffs) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  history
                          .createHistoricProcessInstanceQuery()
                          .processDefinitionKey("lead-handoff")
                          .processInstanceBusinessKey(handoff)
                          .count()
                      == 0);
    }
  }
}
