package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same application on the fork of its engine, as {@code ops/operaton.sh} builds it: a database
 * that one jar has made opens with the other, both ways, and handoffs go on where they stood. In CI
 * the second jar must be there.
 */
@Tag("nightly")
class OperatonIT {
  private static final Path CAMUNDA = Path.of(System.getProperty("baton.jar"));
  private static final Path OPERATON =
      Path.of("target/operaton/target").resolve(CAMUNDA.getFileName());

  private static final List<String> PAGES =
      List.of(
          "/camunda/app/tasklist/default/",
          "/camunda/app/cockpit/default/",
          "/camunda/app/tasklist/scripts/config.js",
          "/camunda/api/cockpit/plugin/baton/default/steps");

  @Test
  void handoffs_go_on_when_the_engine_is_changed_and_changed_back(@TempDir Path folder)
      throws Exception {
    assumeTrue(
        Files.exists(OPERATON) || System.getenv("CI") != null, "ops/operaton.sh makes the jar");
    RunningJar jar = new RunningJar(folder);
    try (jar) {
      HttpCaller camunda = jar.start();
      jar.hire(1);
      isOn(camunda, "7.24.0");
      String waiting = handedOver(camunda, "waiting");
      String there = handedOver(camunda, "there");
      accept(camunda, there);
      List<String> timers = timers(camunda, waiting);
      assertThat(timers).isNotEmpty();
      jar.close();

      HttpCaller operaton = jar.startAs(OPERATON.toString());
      isOn(operaton, "1.0.3");
      PAGES.forEach(page -> operaton.get(page).is(200));
      assertThat(timers(operaton, waiting)).isEqualTo(timers);
      win(operaton, there);
      String back = handedOver(operaton, "back");
      accept(operaton, back);
      List<String> timersOfBack = timers(operaton, back);
      assertThat(timersOfBack).isNotEmpty();
      jar.close();

      HttpCaller again = jar.start();
      isOn(again, "7.24.0");
      PAGES.forEach(page -> again.get(page).is(200));
      assertThat(timers(again, waiting)).isEqualTo(timers);
      assertThat(timers(again, back)).isEqualTo(timersOfBack);
      win(again, back);
      accept(again, waiting);
      win(again, waiting);
      // none of them put its own models beside those of the other
      assertThat(again.get("/engine-rest/process-definition/count?key=lead-handoff").at("/count"))
          .hasToString("1");
    }
    JdbcClient db = jar.database();
    assertThat(count(db, "handoff where result = 'won'")).isEqualTo(3);
    assertThat(count(db, "deadline where met_at is not null")).isEqualTo(15);
    assertThat(count(db, "ACT_RU_INCIDENT")).isZero();
    assertThat(count(db, "ACT_RU_JOB where RETRIES_ = 0")).isZero();
    assertThat(count(db, "ACT_RU_TASK")).isZero();
  }

  private static void isOn(HttpCaller baton, String version) {
    assertThat(baton.get("/engine-rest/version").at("/version").asText()).isEqualTo(version);
  }

  /** A lead that its owner is asked about. */
  private static String handedOver(HttpCaller baton, String name) {
    String lead =
        baton
            .post(
                "/api/signals",
                Map.of(
                    "type",
                    "demo_requested",
                    "lead",
                    Map.of("email", name + "@" + name + "-company.example")))
            .is(200)
            .at("/lead/id")
            .asText();
    baton.await("/api/leads/" + lead, OperatonIT::isAtReview);
    return lead;
  }

  private static boolean isAtReview(JsonNode lead) {
    return lead.at("/handoff/deadlines").findValuesAsText("clock").contains("review");
  }

  private static void accept(HttpCaller baton, String lead) {
    answer(baton, lead, "review", Map.of("decision", "accept"));
  }

  private static void win(HttpCaller baton, String lead) {
    answer(
        baton,
        lead,
        "qualification",
        Map.of(
            "framework", "bant",
            "decision", "qualify",
            "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))));
    answer(baton, lead, "touch", Map.of("kind", "call", "outcome", "connected"));
    answer(
        baton,
        lead,
        "opportunity",
        Map.of("value", 12500, "currency", "EUR", "stage", "proposal", "nextStep", "Send it"));
    answer(baton, lead, "outcome", Map.of("outcome", "won"));
    assertThat(baton.get("/api/leads/" + lead).at("/stage").asText()).isEqualTo("CUSTOMER");
  }

  private static void answer(HttpCaller baton, String lead, String question, Object answer) {
    baton
        .as("rep1", "a password for rep 1")
        .post("/api/handoffs/%s/%s".formatted(handoff(baton, lead), question), answer)
        .is(200);
  }

  private static String handoff(HttpCaller baton, String lead) {
    return baton.get("/api/leads/" + lead).at("/handoff/id").asText();
  }

  /** When each timer of the handoff's process is due. */
  private static List<String> timers(HttpCaller baton, String lead) {
    String process =
        baton
            .get("/engine-rest/process-instance?maxResults=2&businessKey=" + handoff(baton, lead))
            .at("/0/id")
            .asText();
    String jobs = "/engine-rest/job?timers=true&sortBy=jobId&sortOrder=asc&maxResults=20";
    JsonNode timers = baton.get(jobs + "&processInstanceId=" + process).is(200).json();
    return StreamSupport.stream(timers.spliterator(), false)
        .map(timer -> timer.at("/id").asText() + " " + timer.at("/dueDate").asText())
        .toList();
  }

  private static int count(JdbcClient db, String rows) {
    return db.sql("select count(*) as n from " + rows).query(Integer.class).single();
  }
}
