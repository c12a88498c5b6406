package dev.baton.web.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.FunnelPoint;
import dev.baton.insight.SeriesInterval;
import dev.baton.insight.Trends;
import dev.baton.insight.funnel.DefinitionChange;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.benchmark.Benchmark;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.web.Labels;
import dev.baton.web.PageTexts;
import dev.baton.web.ViewerClock;
import dev.baton.web.figures.FunnelPage.ChangedDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembler of the funnel page, from the same figures that the API answers. */
@Component
class FunnelPageAssembler {
  private final FigureQueries queries;
  private final Trends trends;
  private final Benchmark benchmark;
  private final ChartWriter writer;

  FunnelPageAssembler(
      FigureQueries queries, Trends trends, Benchmark benchmark, ChartWriter writer) {
    this.queries = queries;
    this.trends = trends;
    this.benchmark = benchmark;
    this.writer = writer;
  }

  FunnelPage of(FunnelQuery query, FigureViewer viewer, ViewerClock clock) {
    FunnelReport report = queries.funnel(query.by(), query.basis(), query.span().range(), viewer);
    SeriesInterval interval = query.span().step(clock.now());
    List<FunnelPoint> points =
        trends.funnel(
            query.by(),
            null,
            query.basis(),
            query.span().chart(clock.now(), Duration.ZERO),
            interval);
    if (query.span().from() == null) {
      points = begun(points);
    }
    return new FunnelPage(
        query,
        report,
        FunnelPage.rates(report),
        FunnelPage.bands(benchmark.bands(), report.benchmark()),
        points,
        writer.of(chart(points, interval, report.changes())),
        report.changes().stream()
            .sorted(Comparator.comparing(DefinitionChange::at).reversed())
            .map(
                change ->
                    new ChangedDefinition(clock.wall(change.at()), text(change), href(change)))
            .toList());
  }

  /** Before the first of all leads there is nothing to see. */
  private static List<FunnelPoint> begun(List<FunnelPoint> points) {
    int first = 0;
    while (first < points.size() && isEmpty(points.get(first))) {
      first++;
    }
    return points.subList(first, points.size());
  }

  private static boolean isEmpty(FunnelPoint point) {
    return Arrays.stream(FunnelMeasure.values()).allMatch(stage -> stage.in(point.counts()) == 0);
  }

  private static Chart chart(
      List<FunnelPoint> points, SeriesInterval interval, List<DefinitionChange> changes) {
    return new Chart(
        "line",
        null,
        points.stream().map(point -> ChartLabels.label(point.from(), interval)).toList(),
        FunnelMeasure.STEPS.stream().map(stage -> line(stage, points)).toList(),
        marks(points, changes));
  }

  private static Chart.Series line(FunnelMeasure stage, List<FunnelPoint> points) {
    return new Chart.Series(
        Labels.said(stage.label()),
        "c" + (FunnelMeasure.STEPS.indexOf(stage) + 1),
        points.stream().map(point -> stage.in(point.counts())).toList());
  }

  private static List<Chart.Mark> marks(List<FunnelPoint> points, List<DefinitionChange> changes) {
    List<Chart.Mark> marks = new ArrayList<>();
    for (DefinitionChange change : changes) {
      for (int i = 0; i < points.size(); i++) {
        FunnelPoint point = points.get(i);
        if (!change.at().isBefore(point.from()) && change.at().isBefore(point.to())) {
          marks.add(new Chart.Mark(i, text(change), href(change)));
        }
      }
    }
    return marks;
  }

  private static @Nullable String href(DefinitionChange change) {
    return change.change() == null ? null : "/changes/" + change.change();
  }

  private static String text(DefinitionChange change) {
    return PageTexts.ofRequest().say("figures.version", change.name(), change.version());
  }
}
