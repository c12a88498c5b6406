package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.insight.Trends.FunnelPoint;
import dev.baton.insight.Trends.SlaPoint;
import dev.baton.stage.Stage;
import java.util.List;

class TrendsTest {
  private static final String NOW = "2026-12-01T00:00:00Z";

  @OnBothDatabases
  void points_are_weeks_from_monday_cut_to_the_range_and_sum_to_its_figure(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.mql("too-early", "x", "2026-11-04T09:59:59Z");
      story.mql("wednesday", "x", "2026-11-04T10:00:00Z").reached(Stage.SAL, 500);
      story.mql("sunday", "y", "2026-11-08T23:59:59Z");
      story.seal();
      story.mql("monday", "x", "2026-11-09T00:00:00Z");
      story.mql("late", "x", "2026-11-16T11:00:00Z");
      story.mql("too-late", "x", "2026-11-16T12:00:00Z");
      Range range = new Range(Story.at("2026-11-04T10:00:00Z"), Story.at("2026-11-16T12:00:00Z"));

      List<FunnelPoint> points =
          story.ask(Trends.class).funnel(Dimension.SOURCE, null, Basis.COHORT, range, Step.WEEK);

      assertThat(points)
          .extracting(
              FunnelPoint::from,
              FunnelPoint::to,
              point -> point.counts().mql(),
              point -> point.counts().sal())
          .containsExactly(
              tuple(range.from(), Story.at("2026-11-09T00:00:00Z"), 2L, 1L),
              tuple(Story.at("2026-11-09T00:00:00Z"), Story.at("2026-11-16T00:00:00Z"), 1L, 0L),
              tuple(Story.at("2026-11-16T00:00:00Z"), range.to(), 1L, 0L));
      assertThat(
              story
                  .ask(Trends.class)
                  .funnel(Dimension.SOURCE, "y", Basis.COHORT, range, Step.MONTH))
          .extracting(point -> point.counts().mql())
          .containsExactly(1L);
    }
  }

  @OnBothDatabases
  void compliance_follows_the_due_instants_and_what_runs_out_counts_at_once(Database database) {
    try (Story story = new Story(database, NOW)) {
      String start = "2026-11-01T00:00:00Z";
      story.watch(1, "a", "review", "rita", start, "2026-11-02T12:00:00Z").met(start);
      story.watch(2, "b", "review", "rita", start, "2026-11-02T13:00:00Z");
      story.seal();
      Range range = new Range(Story.at("2026-11-02T00:00:00Z"), Story.at("2026-11-04T00:00:00Z"));

      assertThat(story.ask(Trends.class).sla(SlaDimension.REP, null, range, Step.DAY))
          .extracting(SlaPoint::counts)
          .extracting(SlaCounts::due, SlaCounts::met, SlaCounts::missed, SlaCounts::compliance)
          .containsExactly(tuple(2L, 1L, 1L, 0.5), tuple(0L, 0L, 0L, null));
    }
  }
}
