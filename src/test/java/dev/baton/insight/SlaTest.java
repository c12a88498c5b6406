package dev.baton.insight;

import static dev.baton.insight.Story.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SlaTest {
  private static final String NOW = "2026-11-03T12:00:00Z";
  private static final String START = "2026-11-02T12:00:00Z";

  @OnBothDatabases
  void each_owner_answers_for_their_own_deadlines_clock_by_clock(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.watch(1, "h1", "review", "rita", START, NOW).met("2026-11-02T14:00:00Z");
      story.watch(2, "h2", "review", "rita", START, "2026-11-03T00:00:00Z").missed();
      story.watch(3, "h3", "review", "rita", START, "2026-11-04T12:00:00Z");
      story.watch(4, "h1", "qualification", "rita", START, "2026-11-07T12:00:00Z");
      story.watch(5, "h4", "review", "ben", START, NOW).met("2026-11-02T13:00:00Z");

      Sla sla = story.sla("rep");

      assertThat(sla.rows())
          .extracting(
              Sla.Row::key,
              Sla.Row::clock,
              Sla.Row::due,
              Sla.Row::met,
              Sla.Row::missed,
              Sla.Row::open,
              Sla.Row::compliance)
          .containsExactly(
              tuple("ben", "review", 1L, 1L, 0L, 0L, 1.0),
              tuple("rita", "qualification", 1L, 0L, 0L, 1L, null),
              tuple("rita", "review", 3L, 1L, 1L, 1L, 0.5));
      assertThat(sla.total().due()).isEqualTo(5);
      assertThat(sla.total().compliance()).isEqualTo(2.0 / 3);
    }
  }

  @OnBothDatabases
  void R7_overdue_is_missed_at_once_without_any_timer(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.watch(1, "h1", "review", "rita", START, "2026-11-03T11:59:59.999Z");
      story.watch(2, "h2", "review", "rita", START, NOW);

      assertThat(story.sla("rep").total().missed()).isEqualTo(1);
      assertThat(story.sla("rep").total().open())
          .as("due this very instant: may still be answered in time")
          .isEqualTo(1);
    }
  }

  @OnBothDatabases
  void R7_a_round_that_ended_before_its_due_instant_is_void_and_counted_apart(Database database) {
    try (Story story = new Story(database, NOW)) {
      story
          .watch(1, "h1", "review", "rita", START, "2026-11-03T10:00:00Z")
          .voided("2026-11-03T09:00:00Z");
      story
          .watch(2, "h2", "review", "rita", START, "2026-11-03T10:00:00Z")
          .voided("2026-11-03T11:00:00Z");

      Sla.Row rita = story.sla("rep").rows().get(0);

      assertThat(rita.voided()).isEqualTo(1);
      assertThat(rita.missed()).as("gone after its due instant").isEqualTo(1);
      assertThat(rita.due()).isEqualTo(1);
      assertThat(rita.compliance()).isZero();
    }
  }

  @OnBothDatabases
  void hours_are_those_of_answers_late_ones_included(Database database) {
    try (Story story = new Story(database, NOW)) {
      String due = "2026-11-02T20:00:00Z";
      story.watch(1, "h1", "review", "rita", START, due).met("2026-11-02T13:00:00Z");
      story.watch(2, "h2", "review", "rita", START, due).met("2026-11-02T15:00:00Z");
      story.watch(3, "h3", "review", "rita", START, due).answeredLate("2026-11-03T09:00:00Z");
      story.watch(4, "h4", "review", "rita", START, due).missed();

      Sla.Row rita = story.sla("rep").rows().get(0);

      assertThat(rita.p50Hours()).isEqualTo(3.0);
      assertThat(rita.p95Hours()).as("between 3 h and 21 h, at 0.9 of the way").isEqualTo(19.2);
      assertThat(rita.met()).isEqualTo(2);
      assertThat(rita.missed()).isEqualTo(2);
    }
  }

  @OnBothDatabases
  void a_deadline_counts_as_its_last_change_left_it(Database database) {
    try (Story story = new Story(database, NOW)) {
      story
          .watch(1, "h1", "review", "rita", START, "2026-11-05T00:00:00Z")
          .pulledTo("2026-11-03T13:00:00Z")
          .met("2026-11-03T11:00:00Z");

      assertThat(story.sla("rep").total().due()).isEqualTo(1);
      assertThat(story.sla("rep").total().met()).isEqualTo(1);
      assertThat(story.door().sla("2026-11-04", null, null, Story.MONA).total().due()).isZero();
    }
  }

  @OnBothDatabases
  void the_range_chooses_by_due_instant_from_inclusive_to_exclusive(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.watch(1, "h1", "review", "rita", START, "2026-11-04T00:00:00Z");
      story.watch(2, "h2", "review", "rita", START, "2026-11-05T00:00:00Z");

      Sla fourth = story.door().sla("2026-11-04", "2026-11-05", "rep", Story.MONA);

      assertThat(fourth.total().due()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void figures_by_team_source_and_clock_count_the_same_deadlines(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.mql("h1", "organic", START);
      story.watch(1, "h1", "review", "rita", START, "2026-11-05T00:00:00Z");
      story.mql("h2", null, START);
      story.watch(2, "h2", "route", null, START, "2026-11-05T00:00:00Z");

      assertThat(story.sla("team").rows())
          .extracting(Sla.Row::key, Sla.Row::clock)
          .containsExactly(tuple("default", "review"), tuple("default", "route"));
      assertThat(story.sla("source").rows())
          .extracting(Sla.Row::key, Sla.Row::clock)
          .containsExactly(tuple("(none)", "route"), tuple("organic", "review"));
      assertThat(story.sla("clock").rows())
          .extracting(Sla.Row::key, Sla.Row::clock)
          .containsExactly(tuple("review", "review"), tuple("route", "route"));
      assertThat(story.sla(null).rows()).extracting(Sla.Row::key).containsExactly("(none)", "rita");
    }
  }

  @OnBothDatabases
  void at_risk_is_open_and_past_its_warning_soonest_first(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.watch(1, "later", "review", "rita", START, "2026-11-03T20:00:00Z").warned(NOW);
      story
          .watch(2, "sooner", "review", "ben", START, "2026-11-03T13:00:00Z")
          .warned("2026-11-03T09:00:00Z");
      story
          .watch(3, "unwarned", "review", "rita", START, "2026-11-03T14:00:00Z")
          .warned("2026-11-03T12:00:01Z");
      story
          .watch(4, "overdue", "review", "rita", START, "2026-11-03T11:00:00Z")
          .warned("2026-11-03T09:00:00Z");
      story
          .watch(5, "met", "review", "rita", START, "2026-11-03T13:00:00Z")
          .met("2026-11-03T11:00:00Z");
      story
          .watch(6, "void", "review", "rita", START, "2026-11-03T13:00:00Z")
          .voided("2026-11-03T11:00:00Z");
      story.watch(7, "no-warning", "route", null, START, "2026-11-03T16:00:00Z");
      story.watch(8, "no-warning-far", "route", null, START, "2026-11-03T16:00:01Z");

      assertThat(story.sla("rep").atRisk())
          .extracting(AtRisk::handoffId, AtRisk::leadId, AtRisk::owner, AtRisk::dueAt)
          .containsExactly(
              tuple("sooner", "lead-sooner", "ben", Story.at("2026-11-03T13:00:00Z")),
              tuple("no-warning", "lead-no-warning", null, Story.at("2026-11-03T16:00:00Z")),
              tuple("later", "lead-later", "rita", Story.at("2026-11-03T20:00:00Z")));
    }
  }

  @OnBothDatabases
  void at_risk_stops_at_a_hundred(Database database) {
    try (Story story = new Story(database, NOW)) {
      for (int i = 0; i < 101; i++) {
        story.watch(i, "h" + i, "route", "rita", START, "2026-11-03T13:00:00Z");
      }
      assertThat(story.sla("rep").atRisk()).hasSize(100);
    }
  }

  @OnBothDatabases
  void a_rep_sees_their_own_row_and_risks_and_the_total_of_all(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.watch(1, "h1", "review", "rita", START, "2026-11-03T13:00:00Z");
      story.watch(2, "h2", "review", "ben", START, "2026-11-03T13:00:00Z");
      story.watch(3, "h3", "route", null, START, "2026-11-03T13:00:00Z");

      Sla byRep = story.door().sla(null, null, "rep", RITA);
      assertThat(byRep.rows()).extracting(Sla.Row::key).containsExactly("rita");
      assertThat(byRep.total().due()).isEqualTo(3);
      assertThat(byRep.atRisk()).extracting(AtRisk::handoffId).containsExactly("h1");

      Sla byClock = story.door().sla(null, null, "clock", RITA);
      assertThat(byClock.rows()).hasSize(2);
      assertThat(byClock.atRisk()).extracting(AtRisk::handoffId).containsExactly("h1");
    }
  }

  @OnBothDatabases
  void with_no_deadline_the_total_is_zero(Database database) {
    try (Story story = new Story(database, NOW)) {
      assertThat(story.sla("rep").rows()).isEmpty();
      assertThat(story.sla("rep").total().due()).isZero();
      assertThat(story.sla("rep").total().compliance()).isNull();
    }
  }
}
