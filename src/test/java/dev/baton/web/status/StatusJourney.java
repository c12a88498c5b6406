package dev.baton.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.sql.Sql;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The status says in words what health says, while it is so and no longer. */
abstract class StatusJourney {
  @Autowired JdbcClient db;
  @Autowired ProcessEngine engine;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @Test
  void every_part_has_a_line_with_a_sentence() {
    JsonNode status = baton.as("mona").get("/api/status").is(200).json();

    assertThat(status.at("/items").findValuesAsText("what"))
        .containsExactly(
            "database",
            "diskSpace",
            "jobExecutor",
            "jobs",
            "handoffs",
            "outbox",
            "channels",
            "mailbox",
            "connections",
            "imports");
    assertThat(status.at("/items").findValuesAsText("says"))
        .hasSize(10)
        .allSatisfy(says -> assertThat(says).endsWith("."));
  }

  @Test
  void an_engine_that_stands_still_is_told_here_and_in_health() {
    JobExecutor executor =
        ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
    assertThat(line("jobExecutor").at("/level").asText()).isEqualTo("green");
    executor.shutdown();
    try {
      JsonNode line = line("jobExecutor");
      assertThat(line.at("/level").asText()).isEqualTo("red");
      assertThat(line.at("/says").asText()).contains("stands still");
      baton.get("/actuator/health").is(503);
    } finally {
      executor.start();
    }
    assertThat(line("jobExecutor").at("/level").asText()).isEqualTo("green");
  }

  @Test
  void a_message_that_is_due_and_does_not_go_out_is_told_with_its_hour() {
    Instant due = Instant.parse("2020-02-03T04:05:06Z");
    String key = "status:" + UUID.randomUUID();
    db.sql(
            """
            insert into notice (notice_key, kind, channel, subject, body, briefing, urgent, state,
              attempts, recorded_at, next_attempt_at)
            values (:key, 'test', 'nowhere', 'x', 'x', '{}', false, 'pending', 0, :due, :due)
            """)
        .param("key", key)
        .param("due", Sql.timestamp(due))
        .update();
    try {
      JsonNode line = line("outbox");
      assertThat(line.at("/level").asText()).isEqualTo("amber");
      assertThat(Instant.parse(line.at("/since").asText())).isEqualTo(due);
    } finally {
      db.sql("delete from notice where notice_key = :key").param("key", key).update();
    }
  }

  @Test
  void an_import_that_stopped_by_itself_is_told_for_a_day() {
    String id = UUID.randomUUID().toString();
    db.sql(
            """
            insert into import_run (id, kind, file_name, plan, imported_by, began_at, state,
              taken_to, ended_at, failure)
            values (:id, 'leads', 'x.csv', '{}', 'marc', :at, 'FAILED', 0, :at, 'x')
            """)
        .param("id", id)
        .param("at", Sql.timestamp(Instant.now().minus(Duration.ofHours(23))))
        .update();
    try {
      assertThat(line("imports").at("/level").asText()).isEqualTo("amber");
      assertThat(line("imports").at("/page").asText()).isEqualTo("/imports");
      db.sql("update import_run set ended_at = :at where id = :id")
          .param("at", Sql.timestamp(Instant.now().minus(Duration.ofHours(25))))
          .param("id", id)
          .update();
      assertThat(line("imports").at("/level").asText()).isEqualTo("green");
    } finally {
      db.sql("delete from import_run where id = :id").param("id", id).update();
    }
  }

  @Test
  void managers_and_administrators_read_the_page_and_a_machine_with_the_scope_the_call() {
    for (String reader : List.of("mona", "admin")) {
      HttpRequest.Builder page =
          HttpRequest.newBuilder(baton.root().resolve("/status")).header("Accept", "text/html");
      assertThat(baton.as(reader).send(page).is(200).text())
          .contains("Process engine")
          .contains("Connections");
    }
    String secret =
        baton
            .as("admin")
            .post("/api/tokens", Map.of("name", "monitor", "scopes", List.of("status")))
            .at("/token")
            .asText();
    new HttpCaller(baton.root(), "Bearer " + secret, null).get("/api/status").is(200);
  }

  private JsonNode line(String what) {
    for (JsonNode line : baton.as("admin").get("/api/status").is(200).at("/items")) {
      if (line.at("/what").asText().equals(what)) {
        return line;
      }
    }
    throw new AssertionError("no line of " + what);
  }
}
