package dev.baton.insight;

import static dev.baton.insight.FigureScenario.MONA;
import static dev.baton.insight.FigureScenario.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.insight.funnel.benchmark.Benchmark;
import dev.baton.insight.funnel.lift.SignalLift;
import dev.baton.insight.funnel.lift.SignalLiftReport;
import dev.baton.insight.funnel.lift.SignalLiftRow;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.LastMinuteRow;
import dev.baton.insight.sla.ResponseTimeParts;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.insight.sla.StalledLeadsRow;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
  private static final String NOW = "2026-11-20T00:00:00Z";
  private static final String START = "2026-11-02T00:00:00Z";
  private static final String DUE = "2026-11-02T10:00:00Z";

  @OnBothDatabases
  void who_answers_in_the_last_tenth_is_said_from_twenty_answers_on(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 20; i++) {
        String answer = i < 5 ? "2026-11-02T09:00:00Z" : "2026-11-02T08:59:59Z";
        scenario.watch(i, "r" + i, "review", "rita", START, DUE).met(answer);
      }
      for (int i = 0; i < 19; i++) {
        scenario.watch(100 + i, "b" + i, "review", "ben", START, DUE).met("2026-11-02T09:59:00Z");
      }
      scenario.watch(200, "late", "review", "ben", START, DUE).answeredLate("2026-11-02T10:01:00Z");
      scenario.fold();

      ResponseTimes times = scenario.bean(ResponseTimes.class);
      assertThat(times.lastMinute(InstantRange.EVERYTHING, FigureViewer.of(MONA)))
          .containsExactly(new LastMinuteRow("ben", 19, null), new LastMinuteRow("rita", 20, 0.25));
      assertThat(times.lastMinute(InstantRange.EVERYTHING, FigureViewer.of(RITA)))
          .extracting(LastMinuteRow::owner)
          .containsExactly("rita");
    }
  }

  @OnBothDatabases
  void where_the_time_of_an_answer_went_is_kept_when_it_comes(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.watch(1, "a", "review", "rita", START, DUE).met("2026-11-02T04:00:00Z");
      scenario.fold();
      scenario.watch(2, "b", "review", "rita", START, DUE).met("2026-11-02T08:00:00Z");
      scenario.watch(3, "c", "review", "rita", START, DUE).voided("2026-11-02T09:00:00Z");

      ResponseTimeParts parts =
          scenario
              .bean(ResponseTimes.class)
              .parts(SlaDimension.CLOCK, InstantRange.EVERYTHING)
              .get(0);

      assertThat(parts.clock()).isEqualTo("review");
      assertThat(parts.answered()).isEqualTo(2);
      assertThat(parts.business()).isCloseTo(6.0, within(0.06));
      assertThat(parts.system()).isZero();
      assertThat(parts.afterHours()).isZero();
    }
  }

  @OnBothDatabases
  void accepted_leads_sit_with_their_owner_until_they_are_an_opportunity_or_closed(
      Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("a", "x", START).ownedBy("rita").reached(Stage.SAL, 24);
      scenario.mql("b", "x", START).ownedBy("rita").reached(Stage.SAL, 48);
      scenario.mql("c", "x", START).ownedBy("ben").reached(Stage.SAL, 1).reached(Stage.SQL, 2);
      scenario
          .mql("d", "x", START)
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2)
          .reached(Stage.OPPORTUNITY, 3);
      scenario
          .mql("e", "x", START)
          .reached(Stage.SAL, 1)
          .closed("rejected", "qualification", "no_budget", 2);

      assertThat(scenario.bean(StalledLeads.class).rows(FigureViewer.of(MONA)))
          .extracting(
              StalledLeadsRow::owner,
              StalledLeadsRow::stage,
              StalledLeadsRow::n,
              StalledLeadsRow::oldestHours)
          .containsExactly(
              tuple("ben", "SQL", 1L, 18 * 24.0 - 2), tuple("rita", "SAL", 2L, 17 * 24.0));

      scenario.tell(
          new OwnerAssigned(
              "c", "lead-c", "rita", "default", false, "mona", FigureScenario.at(NOW)));
      assertThat(scenario.bean(StalledLeads.class).rows(FigureViewer.of(RITA)))
          .extracting(StalledLeadsRow::stage)
          .containsExactly("SQL", "SAL");
    }
  }

  @OnBothDatabases
  void lift_compares_those_who_went_on_with_those_who_did_not(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 100; i++) {
        String lead = "lead-" + i;
        scenario.lead(lead, "x", null, START);
        if (i < 30 || i >= 90) {
          signal(scenario, lead, "demo_requested");
        }
        signal(scenario, lead, "page_view");
        FigureScenario.Handoff handoff = scenario.mql(String.valueOf(i), "x", START);
        if (i < 40) {
          handoff.reached(Stage.SAL, 1).reached(Stage.SQL, 2);
        }
        // What comes after the MQL is no cause of it.
        signal(scenario, lead, "trial_started");
        if (i == 50) {
          scenario.fold();
        }
      }
      SignalLiftReport lift =
          scenario.bean(SignalLift.class).between(Stage.MQL, Stage.SQL, InstantRange.EVERYTHING);

      assertThat(lift.converters()).isEqualTo(40);
      assertThat(lift.others()).isEqualTo(60);
      assertThat(lift.rows())
          .extracting(
              SignalLiftRow::signal,
              SignalLiftRow::converters,
              SignalLiftRow::others,
              SignalLiftRow::shareOfConverters,
              SignalLiftRow::lift)
          .containsExactly(
              tuple("demo_requested", 30L, 10L, 0.75, 0.75 / (10.0 / 60)),
              tuple("page_view", 40L, 60L, 1.0, 1.0));
      assertThat(
              scenario
                  .bean(SignalLift.class)
                  .between(Stage.SAL, Stage.SQL, InstantRange.EVERYTHING)
                  .rows())
          .as("nobody stayed behind, so there is nothing to compare with")
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.lift()).isNull());
    }
  }

  @Test
  void thirty_percent_is_what_most_report_and_forty_one_is_too_strict() {
    try (FigureScenario scenario = new FigureScenario(Database.H2, NOW)) {
      Benchmark benchmark = scenario.bean(Benchmark.class);
      assertThat(benchmark.standing(200, 60).orElseThrow().rate()).isEqualTo(0.3);
      assertThat(code(benchmark, 200, 60)).isEqualTo("25_to_30");
      assertThat(code(benchmark, 100, 14)).isEqualTo("under_15");
      assertThat(code(benchmark, 100, 15)).isEqualTo("15_to_25");
      assertThat(code(benchmark, 100, 40)).isEqualTo("35_to_40");
      assertThat(code(benchmark, 1000, 401)).isEqualTo("over_40");
      assertThat(benchmark.standing(19, 6)).isEmpty();
      assertThat(benchmark.bands())
          .isNotEmpty()
          .allSatisfy(band -> assertThat(band.causes()).isNotEmpty());
    }
  }

  private static String code(Benchmark benchmark, long mql, long sql) {
    return benchmark.standing(mql, sql).orElseThrow().band().code();
  }

  private static void signal(FigureScenario scenario, String lead, String type) {
    scenario
        .db()
        .sql(
            """
            insert into signal (sender, signal_id, lead_id, type, occurred_at, recorded_at,
              known_at, properties, content_hash)
            values ('test', :id, :lead, :type, :at, :at, :at, '{}', '-')
            """)
        .param("id", lead + type)
        .param("lead", lead)
        .param("type", type)
        .param("at", Sql.timestamp(FigureScenario.at(START)))
        .update();
  }
}
