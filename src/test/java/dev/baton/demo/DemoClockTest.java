package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;

class DemoClockTest {
  @TempDir static Path data;
  static DemoRun demo;

  @BeforeAll
  static void start() {
    demo = DemoRun.start(data, 0);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void small_steps_show_the_reminder_and_then_the_miss() {
    String lead = aLeadThatWarmedUp();

    advance("PT21H");
    assertThat(demo.alerts(lead, "reminder")).hasSize(1);
    assertThat(demo.alerts(lead, "reminder").get(0).path("error").asText())
        .startsWith("No channel is set up; set one of ");
    assertThat(review(lead).has("missedAt")).isFalse();
    assertThat(demo.alerts(lead, "escalation")).isEmpty();

    advance("PT4H");
    assertThat(review(lead).path("missedAt")).isEqualTo(review(lead).path("dueAt"));
    assertThat(demo.alerts(lead, "reminder")).hasSize(1);
    assertThat(demo.alerts(lead, "escalation"))
        .extracting(alert -> alert.path("to").asText())
        .containsExactly("mona");
  }

  @Test
  void one_jump_over_both_skips_the_reminder_as_after_a_downtime() {
    String lead = aLeadThatWarmedUp();

    advance("PT25H");

    List<JsonNode> reminders = demo.alerts(lead, "reminder");
    assertThat(reminders).hasSize(1);
    assertThat(reminders.get(0).path("state").asText()).isEqualTo("skipped");
    assertThat(reminders.get(0).path("error").asText()).isEqualTo("the deadline had passed");
    assertThat(review(lead).path("missedAt")).isEqualTo(review(lead).path("dueAt"));
    assertThat(demo.alerts(lead, "escalation")).hasSize(1);
  }

  @Test
  void what_came_due_is_handled_in_the_order_of_its_due_instants() {
    String early = aLeadThatWarmedUp();
    advance("PT1H");
    String late = aLeadThatWarmedUp();

    advance("PT30H");

    List<String> order =
        demo.texts("select lead_id from notice where kind = 'escalation' order by id");
    assertThat(order.indexOf(early)).isNotNegative().isLessThan(order.indexOf(late));
  }

  @Tag("nightly")
  @Test
  void the_clock_survives_a_restart_and_ticks() {
    Instant before = advance("P3D");
    demo.close();
    demo = DemoRun.start(data, 0);
    Instant after = now();
    assertThat(after).isAfter(before).isBefore(before.plus(Duration.ofMinutes(5)));
    assertThat(now()).isAfter(after);

    String lead = aLeadThatWarmedUp();
    assertThat(Instant.parse(review(lead).path("startedAt").asText())).isAfter(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1H", "P401D", "tomorrow", ""})
  void only_a_duration_ahead_moves_the_clock(String advance) {
    Instant before = now();
    ResponseEntity<JsonNode> refused =
        demo.post("admin", "/api/demo/clock", Map.of("advance", advance));
    assertThat(refused.getStatusCode().value()).isEqualTo(422);
    assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("advance");
    assertThat(now()).isBefore(before.plus(Duration.ofMinutes(1)));
  }

  @Test
  void only_the_administrator_moves_the_clock() {
    for (String user : List.of("rita", "mona", "marc", "dora")) {
      assertThat(demo.post(user, "/api/demo/clock", Map.of("advance", "PT1H")).getStatusCode())
          .as(user)
          .matches(status -> status.value() == 403);
    }
  }

  private static Instant advance(String by) {
    ResponseEntity<JsonNode> answer = demo.post("admin", "/api/demo/clock", Map.of("advance", by));
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    return Instant.parse(answer.getBody().path("now").asText());
  }

  private static Instant now() {
    return Instant.parse(demo.get("admin", "/api/demo/clock").path("now").asText());
  }

  /** Fit 50 and a trial: an MQL by its score, due in 24 hours. */
  private static String aLeadThatWarmedUp() {
    ResponseEntity<JsonNode> sent =
        demo.post(
            "marc",
            "/api/signals",
            Map.of(
                "type",
                "trial_started",
                "lead",
                Map.of(
                    "email",
                    UUID.randomUUID() + "@acme.example",
                    "companySize",
                    120,
                    "industry",
                    "SaaS",
                    "jobTitle",
                    "VP Sales")));
    assertThat(sent.getStatusCode().value()).isEqualTo(200);
    // A jump of nothing to speak of waits for the process to have come to its task.
    advance("PT0.001S");
    return sent.getBody().at("/lead/id").asText();
  }

  private static JsonNode review(String leadId) {
    for (JsonNode clock : demo.get("mona", "/api/leads/" + leadId).at("/handoff/deadlines")) {
      if (clock.path("clock").asText().equals("review")) {
        return clock;
      }
    }
    throw new AssertionError("The review of %s has no clock".formatted(leadId));
  }
}
