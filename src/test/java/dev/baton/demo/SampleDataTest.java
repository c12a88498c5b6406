package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.FileDecisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first start of the demo makes up. */
@Tag("nightly")
class SampleDataTest {
  @TempDir static Path data;

  static DemoRun demo;

  @BeforeAll
  static void fill() {
    demo = DemoRun.start(data, 60);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void every_stage_has_leads() {
    assertThat(demo.texts("select distinct stage from stage_entry where is_current = true"))
        .containsExactlyInAnyOrder(
            "VISITOR",
            "LEAD",
            "MQL",
            "SAL",
            "SQL",
            "OPPORTUNITY",
            "CUSTOMER",
            "RECYCLED",
            "DISQUALIFIED");
  }

  @Test
  void the_funnel_narrows() {
    JsonNode total = demo.get("mona", "/api/insight/funnel").path("total");
    List<Integer> steps =
        List.of("leads", "mql", "sal", "sql", "opportunity", "customer").stream()
            .map(step -> total.path(step).asInt())
            .toList();
    assertThat(steps).isSortedAccordingTo((one, next) -> next - one).doesNotContain(0);
  }

  @Test
  void deadlines_are_met_missed_and_void() {
    assertThat(demo.number("select count(*) as n from deadline where met_at is not null"))
        .isGreaterThan(50);
    assertThat(demo.number("select count(*) as n from deadline where missed_at is not null"))
        .isGreaterThan(10);
    assertThat(demo.number("select count(*) as n from deadline where voided_at is not null"))
        .isPositive();
    assertThat(
            demo.number(
                "select count(*) as n from deadline where missed_at is not null and missed_at <> due_at"))
        .isZero();
  }

  @Test
  void a_review_was_held_with_one_decision_done_and_one_open_and_another_waits() {
    assertThat(
            demo.texts(
                """
                select coalesce(d.result, 'open') from review_decision d
                join handoff_review r on r.id = d.review_id
                where r.kind = 'weekly_handoff' and r.state = 'HELD' order by d.place
                """))
        .containsExactly("done", "open");
    JsonNode open = demo.get("marc", "/api/reviews?state=open&kind=weekly_handoff").path("items");
    assertThat(open).hasSize(1);
    JsonNode sheet = demo.get("marc", "/api/reviews/" + open.get(0).path("id").asText());
    assertThat(sheet.path("earlier")).hasSize(2);
    assertThat(sheet.at("/figures/sheets/0/lines/0/values/0").asInt()).isPositive();
    assertThat(demo.number("select count(*) as n from handoff_review where state = 'PLANNED'"))
        .isEqualTo(3);
  }

  @Test
  void a_lower_line_would_gain_leads_and_a_higher_one_lose_some_with_known_outcomes() {
    JsonNode lower = backTested("55");
    assertThat(lower.path("gained")).isNotEmpty();
    assertThat(lower.path("lost")).isEmpty();
    assertThat(lower.path("disagreements")).isEmpty();
    JsonNode higher = backTested("65");
    assertThat(higher.path("gained")).isEmpty();
    assertThat(higher.path("lost").findValuesAsText("outcome"))
        .contains("Became a customer", "Rejected (low intent)")
        .doesNotContain("");
  }

  private static JsonNode backTested(String line) {
    String table =
        FileDecisions.xml("score-threshold")
            .replaceFirst("<text>60</text>", "<text>" + line + "</text>");
    Map<String, Object> proposal =
        Map.of(
            "title",
            "MQL at " + line,
            "why",
            "to see it",
            "files",
            List.of(Map.of("name", "score-threshold.dmn", "content", table)));
    String change =
        "/api/changes/" + demo.post("marc", "/api/changes", proposal).getBody().path("id").asText();
    demo.post("marc", change + "/check", Map.of());
    return demo.get("marc", change).path("backtest");
  }

  @Test
  void every_rejection_code_occurs() {
    assertThat(demo.texts("select distinct reason from handoff where reason is not null"))
        .containsExactlyInAnyOrder(
            "wrong_icp",
            "low_intent",
            "duplicate",
            "unreachable",
            "no_budget",
            "no_authority",
            "no_active_need",
            "bad_timing",
            "competitor");
  }

  @Test
  void some_came_back_after_a_no() {
    assertThat(demo.number("select count(*) as n from handoff where cycle = 2")).isPositive();
  }

  @Test
  void no_open_handoff_is_without_owner() {
    assertThat(
            demo.number("select count(*) as n from handoff where is_open = true and owner is null"))
        .isZero();
  }

  @Test
  void fresh_reviews_wait_for_rita_and_ben_in_time_and_overdue() {
    for (String rep : List.of("rita", "ben")) {
      String waiting =
          "select count(*) as n from handoff h join deadline d on d.handoff_id = h.id"
              + " where h.state = 'REVIEW' and d.clock = 'review' and d.ended_at is null"
              + " and d.voided_at is null and h.owner = '%s' and d.missed_at is ".formatted(rep);
      assertThat(demo.number(waiting + "null")).as(rep + " in time").isPositive();
      assertThat(demo.number(waiting + "not null")).as(rep + " overdue").isPositive();
    }
  }

  @Test
  void the_story_s_people_are_told_and_nothing_of_it_waits_to_be_sent() {
    assertThat(demo.texts("select distinct state from notice where channel <> 'lead'"))
        .containsExactly("sent");
    assertThat(demo.texts("select distinct state || ': ' || error from notice where error <> ''"))
        .containsExactly("skipped: demo data");
    assertThat(demo.texts("select distinct kind from notice"))
        .contains("assigned", "reminder", "escalation", "reassigned", "nurture");
  }

  @Test
  void meetings_were_held_and_missed_and_some_are_to_come() {
    assertThat(demo.texts("select distinct state from booking"))
        .containsExactlyInAnyOrder("HELD", "NO_SHOW", "BOOKED");
    assertThat(
            demo.number(
                """
                select count(*) as n from booking
                where state = 'BOOKED' and starts_at > timestamp with time zone '2026-03-10 10:00:00+00'
                """))
        .isPositive()
        .isEqualTo(demo.number("select count(*) as n from booking where state = 'BOOKED'"));
    assertThat(demo.number("select count(*) as n from signal where type = 'meeting_held'"))
        .isEqualTo(demo.number("select count(*) as n from booking where state = 'HELD'"));
  }

  @Test
  void some_are_in_nurture_and_have_had_mails_that_nobody_got() {
    assertThat(demo.number("select count(*) as n from nurture where is_open = true")).isPositive();
    assertThat(demo.number("select count(*) as n from nurture where outcome = 'track_finished'"))
        .isPositive();
    assertThat(demo.texts("select distinct state || ': ' || reason from nurture_mail"))
        .containsExactly("skipped: demo data");
  }

  @Test
  void nothing_happened_in_the_future_or_before_the_story() {
    assertThat(
            demo.number(
                """
                select count(*) as n from signal
                where recorded_at > timestamp with time zone '2026-03-10 10:00:00+00'
                  or recorded_at < timestamp with time zone '2025-12-10 10:00:00+00'
                """))
        .isZero();
  }
}
