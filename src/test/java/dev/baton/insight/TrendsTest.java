package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaCounts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.stage.Stage;
import java.util.List;

class TrendsTest {
  private static final String NOW = "2026-12-01T00:00:00Z";

  @OnBothDatabases
  void points_are_weeks_from_monday_cut_to_the_range_and_sum_to_its_figure(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("too-early", "x", "2026-11-04T09:59:59Z");
      scenario.mql("wednesday", "x", "2026-11-04T10:00:00Z").reached(Stage.SAL, 500);
      scenario.mql("sunday", "y", "2026-11-08T23:59:59Z");
      scenario.fold();
      scenario.mql("monday", "x", "2026-11-09T00:00:00Z");
      scenario.mql("late", "x", "2026-11-16T11:00:00Z");
      scenario.mql("too-late", "x", "2026-11-16T12:00:00Z");
      InstantRange range =
          new InstantRange(
              FigureScenario.at("2026-11-04T10:00:00Z"), FigureScenario.at("2026-11-16T12:00:00Z"));

      List<FunnelPoint> points =
          scenario
              .bean(Trends.class)
              .funnel(Dimension.SOURCE, null, FunnelBasis.COHORT, range, SeriesInterval.WEEK);

      assertThat(points)
          .extracting(
              FunnelPoint::from,
              FunnelPoint::to,
              point -> point.counts().mql(),
              point -> point.counts().sal())
          .containsExactly(
              tuple(range.from(), FigureScenario.at("2026-11-09T00:00:00Z"), 2L, 1L),
              tuple(
                  FigureScenario.at("2026-11-09T00:00:00Z"),
                  FigureScenario.at("2026-11-16T00:00:00Z"),
                  1L,
                  0L),
              tuple(FigureScenario.at("2026-11-16T00:00:00Z"), range.to(), 1L, 0L));
      assertThat(
              scenario
                  .bean(Trends.class)
                  .funnel(Dimension.SOURCE, "y", FunnelBasis.COHORT, range, SeriesInterval.MONTH))
          .extracting(point -> point.counts().mql())
          .containsExactly(1L);
    }
  }

  @OnBothDatabases
  void compliance_follows_the_due_instants_and_what_runs_out_counts_at_once(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      String start = "2026-11-01T00:00:00Z";
      scenario.watch(1, "a", "review", "rita", start, "2026-11-02T12:00:00Z").met(start);
      scenario.watch(2, "b", "review", "rita", start, "2026-11-02T13:00:00Z");
      scenario.fold();
      InstantRange range =
          new InstantRange(
              FigureScenario.at("2026-11-02T00:00:00Z"), FigureScenario.at("2026-11-04T00:00:00Z"));

      assertThat(scenario.bean(Trends.class).sla(SlaDimension.REP, null, range, SeriesInterval.DAY))
          .extracting(SlaPoint::counts)
          .extracting(SlaCounts::due, SlaCounts::met, SlaCounts::missed, SlaCounts::compliance)
          .containsExactly(tuple(2L, 1L, 1L, 0.5), tuple(0L, 0L, 0L, null));
    }
  }
}
