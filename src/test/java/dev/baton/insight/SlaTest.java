package dev.baton.insight;

import static dev.baton.insight.FigureScenario.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.AtRiskDeadline;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaRow;
import java.time.Instant;
import java.util.List;

class SlaTest {
  private static final String NOW = "2026-11-03T12:00:00Z";
  private static final String START = "2026-11-02T12:00:00Z";

  @OnBothDatabases
  void each_owner_answers_for_their_own_deadlines_clock_by_clock(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "h1", "review", "rita", START, NOW).met("2026-11-02T14:00:00Z");
      scenario.watch(2, "h2", "review", "rita", START, "2026-11-03T00:00:00Z").missed();
      scenario.watch(3, "h3", "review", "rita", START, "2026-11-04T12:00:00Z");
      scenario.watch(4, "h1", "qualification", "rita", START, "2026-11-07T12:00:00Z");
      scenario.watch(5, "h4", "review", "ben", START, NOW).met("2026-11-02T13:00:00Z");

      SlaReport report = scenario.sla("rep");

      assertThat(report.rows())
          .extracting(
              SlaRow::key,
              SlaRow::clock,
              SlaRow::due,
              SlaRow::met,
              SlaRow::missed,
              SlaRow::open,
              SlaRow::compliance)
          .containsExactly(
              tuple("ben", "review", 1L, 1L, 0L, 0L, 1.0),
              tuple("rita", "qualification", 0L, 0L, 0L, 1L, null),
              tuple("rita", "review", 2L, 1L, 1L, 1L, 0.5));
      assertThat(report.total().due()).isEqualTo(3);
      assertThat(report.total().open()).isEqualTo(2);
      assertThat(report.total().compliance()).isEqualTo(2.0 / 3);
    }
  }

  @OnBothDatabases
  void R7_overdue_is_missed_at_once_without_any_timer(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "h1", "review", "rita", START, "2026-11-03T11:59:59.999Z");
      scenario.watch(2, "h2", "review", "rita", START, NOW);

      assertThat(scenario.sla("rep").total().missed()).isEqualTo(1);
      assertThat(scenario.sla("rep").total().open())
          .as("due this very instant: may still be answered in time")
          .isEqualTo(1);
    }
  }

  @OnBothDatabases
  void R7_a_round_that_ended_before_its_due_instant_is_void_and_counted_apart(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario
          .watch(1, "h1", "review", "rita", START, "2026-11-03T10:00:00Z")
          .voided("2026-11-03T09:00:00Z");
      scenario
          .watch(2, "h2", "review", "rita", START, "2026-11-03T10:00:00Z")
          .voided("2026-11-03T11:00:00Z");

      SlaRow rita = scenario.sla("rep").rows().get(0);

      assertThat(rita.voided()).isEqualTo(1);
      assertThat(rita.missed()).as("gone after its due instant").isEqualTo(1);
      assertThat(rita.due()).isEqualTo(1);
      assertThat(rita.compliance()).isZero();
    }
  }

  @OnBothDatabases
  void hours_are_those_of_answers_late_ones_included(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      String due = "2026-11-02T20:00:00Z";
      scenario.watch(1, "h1", "review", "rita", START, due).met("2026-11-02T13:00:00Z");
      scenario.watch(2, "h2", "review", "rita", START, due).met("2026-11-02T15:00:00Z");
      scenario.watch(3, "h3", "review", "rita", START, due).answeredLate("2026-11-03T09:00:00Z");
      scenario.watch(4, "h4", "review", "rita", START, due).missed();

      SlaRow rita = scenario.sla("rep").rows().get(0);

      assertThat(rita.p50Hours()).isEqualTo(3.0);
      assertThat(rita.p95Hours()).as("between 3 h and 21 h, at 0.9 of the way").isEqualTo(19.2);
      assertThat(rita.met()).isEqualTo(2);
      assertThat(rita.missed()).isEqualTo(2);
    }
  }

  @OnBothDatabases
  void a_deadline_counts_as_its_last_change_left_it(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario
          .watch(1, "h1", "review", "rita", START, "2026-11-05T00:00:00Z")
          .pulledTo("2026-11-03T11:30:00Z")
          .met("2026-11-03T11:00:00Z");

      assertThat(scenario.sla("rep").total().due()).isEqualTo(1);
      assertThat(scenario.sla("rep").total().met()).isEqualTo(1);
      SlaRow later =
          scenario.controller().sla("2026-11-04", null, null, FigureScenario.MONA).total();
      assertThat(later.due() + later.open()).isZero();
    }
  }

  @OnBothDatabases
  void the_range_chooses_by_due_instant_from_inclusive_to_exclusive(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "h1", "review", "rita", START, "2026-11-04T00:00:00Z");
      scenario.watch(2, "h2", "review", "rita", START, "2026-11-05T00:00:00Z");

      SlaReport fourth =
          scenario.controller().sla("2026-11-04", "2026-11-05", "rep", FigureScenario.MONA);

      assertThat(fourth.total().open()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void figures_by_team_source_and_clock_count_the_same_deadlines(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("h1", "organic", START);
      scenario.watch(1, "h1", "review", "rita", START, "2026-11-05T00:00:00Z");
      scenario.mql("h2", null, START);
      scenario.watch(2, "h2", "route", null, START, "2026-11-05T00:00:00Z");

      assertThat(scenario.sla("team").rows())
          .extracting(SlaRow::key, SlaRow::clock)
          .containsExactly(tuple("default", "review"), tuple("default", "route"));
      assertThat(scenario.sla("source").rows())
          .extracting(SlaRow::key, SlaRow::clock)
          .containsExactly(tuple("(none)", "route"), tuple("organic", "review"));
      assertThat(scenario.sla("clock").rows())
          .extracting(SlaRow::key, SlaRow::clock)
          .containsExactly(tuple("review", "review"), tuple("route", "route"));
      assertThat(scenario.sla(null).rows())
          .extracting(SlaRow::key)
          .containsExactly("(none)", "rita");
    }
  }

  @OnBothDatabases
  void at_risk_is_open_and_past_its_warning_soonest_first(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "later", "review", "rita", START, "2026-11-03T20:00:00Z").warned(NOW);
      scenario
          .watch(2, "sooner", "review", "ben", START, "2026-11-03T13:00:00Z")
          .warned("2026-11-03T09:00:00Z");
      scenario
          .watch(3, "unwarned", "review", "rita", START, "2026-11-03T14:00:00Z")
          .warned("2026-11-03T12:00:01Z");
      scenario
          .watch(4, "overdue", "review", "rita", START, "2026-11-03T11:00:00Z")
          .warned("2026-11-03T09:00:00Z");
      scenario
          .watch(5, "met", "review", "rita", START, "2026-11-03T13:00:00Z")
          .met("2026-11-03T11:00:00Z");
      scenario
          .watch(6, "void", "review", "rita", START, "2026-11-03T13:00:00Z")
          .voided("2026-11-03T11:00:00Z");
      scenario.watch(7, "no-warning", "review", null, START, "2026-11-03T16:00:00Z");
      scenario.watch(9, "assignment", "route", null, START, "2026-11-03T13:30:00Z");
      scenario.watch(8, "no-warning-far", "review", null, START, "2026-11-03T16:00:01Z");

      assertThat(scenario.sla("rep").atRisk())
          .extracting(
              AtRiskDeadline::handoffId,
              AtRiskDeadline::leadId,
              AtRiskDeadline::owner,
              AtRiskDeadline::dueAt)
          .containsExactly(
              tuple("sooner", "lead-sooner", "ben", FigureScenario.at("2026-11-03T13:00:00Z")),
              tuple(
                  "no-warning", "lead-no-warning", null, FigureScenario.at("2026-11-03T16:00:00Z")),
              tuple("later", "lead-later", "rita", FigureScenario.at("2026-11-03T20:00:00Z")));
    }
  }

  @OnBothDatabases
  void at_risk_stops_at_a_hundred(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 101; i++) {
        scenario.watch(i, "h" + i, "review", "rita", START, "2026-11-03T13:00:00Z");
      }
      assertThat(scenario.sla("rep").atRisk()).hasSize(100);
    }
  }

  @OnBothDatabases
  void a_rep_sees_their_own_row_and_risks_and_the_total_of_all(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "h1", "review", "rita", START, "2026-11-03T13:00:00Z");
      scenario.watch(2, "h2", "review", "ben", START, "2026-11-03T13:00:00Z");
      scenario.watch(3, "h3", "route", null, START, "2026-11-03T13:00:00Z");

      SlaReport byRep = scenario.controller().sla(null, null, "rep", RITA);
      assertThat(byRep.rows()).extracting(SlaRow::key).containsExactly("rita");
      assertThat(byRep.total().open()).as("of people").isEqualTo(2);
      assertThat(byRep.assignment().open()).isEqualTo(1);
      assertThat(byRep.atRisk()).extracting(AtRiskDeadline::handoffId).containsExactly("h1");

      SlaReport byClock = scenario.controller().sla(null, null, "clock", RITA);
      assertThat(byClock.rows()).hasSize(2);
      assertThat(byClock.atRisk()).extracting(AtRiskDeadline::handoffId).containsExactly("h1");
    }
  }

  @OnBothDatabases
  void with_no_deadline_the_total_is_zero(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      assertThat(scenario.sla("rep").rows()).isEmpty();
      assertThat(scenario.sla("rep").total().due()).isZero();
      assertThat(scenario.sla("rep").total().compliance()).isNull();
    }
  }

  @OnBothDatabases
  void R18_compliance_counts_peoples_clocks_and_assignment_is_a_line_of_its_own(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      String due = "2026-11-03T10:00:00Z";
      scenario.watch(1, "h1", "review", "rita", START, due).met("2026-11-02T14:00:00Z");
      scenario.watch(2, "h2", "review", "rita", START, due).missed();
      scenario.watch(3, "h1", "own_question", "rita", START, due).missed();
      scenario.watch(4, "h1", "route", null, START, due).met("2026-11-02T12:00:01Z");
      scenario.watch(5, "h2", "route", null, START, due).met("2026-11-02T12:00:01Z");

      for (String by : List.of("rep", "team", "source", "clock", "hour", "channel", "segment")) {
        SlaReport report = scenario.sla(by);
        assertThat(report.total().compliance()).as(by).isEqualTo(1.0 / 3);
        assertThat(report.total().due()).as(by).isEqualTo(3);
        assertThat(report.assignment().clock()).isEqualTo("route");
        assertThat(report.assignment().due()).as(by).isEqualTo(2);
        assertThat(report.assignment().compliance()).as(by).isEqualTo(1);
        assertThat(report.rows()).as(by).filteredOn(row -> "route".equals(row.clock())).hasSize(1);
      }
      assertThat(scenario.slaFigures().total(InstantRange.EVERYTHING, Instant.parse(NOW)).due())
          .isEqualTo(3);
      assertThat(
              scenario
                  .bean(Trends.class)
                  .sla(
                      SlaDimension.CLOCK,
                      null,
                      new InstantRange(Instant.parse(START), Instant.parse(NOW)),
                      SeriesInterval.MONTH))
          .extracting(point -> point.counts().due())
          .containsExactly(3L);
    }
  }

  @OnBothDatabases
  void R18_due_up_to_now_is_counted_whatever_was_answered_ahead_of_its_time(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "h1", "review", "rita", START, NOW).met("2026-11-02T14:00:00Z");
      scenario.watch(2, "h2", "review", "rita", START, "2026-11-03T11:00:00Z").missed();
      for (int day = 3; day < 20; day++) {
        String later = "2026-11-%02dT12:00:00.001Z".formatted(day);
        scenario.watch(10 + day, "e" + day, "review", "rita", START, later).met(START);
        scenario.watch(40 + day, "o" + day, "review", "rita", START, later);
        scenario.watch(70 + day, "v" + day, "review", "rita", START, later).voided(START);
      }
      for (String told : List.of("as it was said", "folded into the roll-up")) {
        SlaRow total = scenario.sla("rep").total();
        assertThat(List.of(total.due(), total.met(), total.missed(), total.open(), total.voided()))
            .as(told)
            .containsExactly(2L, 1L, 1L, 17L, 17L);
        assertThat(total.compliance()).as(told).isEqualTo(0.5);
        assertThat(total.p50Hours()).as("of the one answer that was due").isEqualTo(2.0);
        scenario.fold();
      }
    }
  }

  @OnBothDatabases
  void R18_the_headline_stands_beside_as_long_a_time_before(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      String start = "2026-10-01T00:00:00Z";
      scenario.watch(1, "h1", "review", "rita", start, "2026-11-02T18:00:00Z").missed();
      scenario.watch(2, "h2", "review", "rita", start, "2026-11-02T10:00:00Z").met(start);
      scenario.watch(3, "h3", "review", "rita", start, "2026-10-20T10:00:00Z").missed();
      scenario.watch(4, "h4", "route", null, start, "2026-11-02T10:00:00Z").met(start);

      SlaReport report =
          scenario.controller().sla("2026-11-02T12:00:00Z", null, "rep", FigureScenario.MONA);

      assertThat(report.total().compliance()).isZero();
      assertThat(report.before().range().to()).isEqualTo("2026-11-02T12:00:00Z");
      assertThat(report.before().total().compliance()).isEqualTo(1);
      assertThat(report.before().total().due()).isEqualTo(1);
      assertThat(scenario.sla("rep").before()).as("before everything is nothing").isNull();
    }
  }
}
