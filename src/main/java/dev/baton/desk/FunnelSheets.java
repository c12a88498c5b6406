package dev.baton.desk;

import dev.baton.desk.FunnelSheet.Changed;
import dev.baton.insight.Benchmark;
import dev.baton.insight.DefinitionChange;
import dev.baton.insight.Figures;
import dev.baton.insight.Funnel;
import dev.baton.insight.FunnelMeasure;
import dev.baton.insight.Step;
import dev.baton.insight.Trends;
import dev.baton.insight.Trends.FunnelPoint;
import dev.baton.insight.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Composes the page of the funnel from the same figures that the API answers. */
@Component
class FunnelSheets {
  private final Figures figures;
  private final Trends trends;
  private final Benchmark benchmark;
  private final Charts charts;

  FunnelSheets(Figures figures, Trends trends, Benchmark benchmark, Charts charts) {
    this.figures = figures;
    this.trends = trends;
    this.benchmark = benchmark;
    this.charts = charts;
  }

  FunnelSheet of(FunnelLook look, Viewer viewer, Watch watch) {
    Funnel funnel = figures.funnel(look.by(), look.basis(), look.span().range(), viewer);
    Step step = look.span().step(watch.now());
    List<FunnelPoint> points =
        trends.funnel(
            look.by(), null, look.basis(), look.span().chart(watch.now(), Duration.ZERO), step);
    if (look.span().from() == null) {
      points = begun(points);
    }
    return new FunnelSheet(
        look,
        funnel,
        FunnelSheet.rates(funnel),
        FunnelSheet.bands(benchmark.bands(), funnel.benchmark()),
        points,
        charts.of(chart(points, step, funnel.changes())),
        funnel.changes().stream()
            .sorted(Comparator.comparing(DefinitionChange::at).reversed())
            .map(change -> new Changed(watch.wall(change.at()), said(change)))
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

  private static Chart chart(List<FunnelPoint> points, Step step, List<DefinitionChange> changes) {
    return new Chart(
        "line",
        null,
        points.stream().map(point -> Points.label(point.from(), step)).toList(),
        FunnelMeasure.STEPS.stream()
            .filter(stage -> stage != FunnelMeasure.LEAD)
            .map(stage -> line(stage, points))
            .toList(),
        marks(points, changes));
  }

  private static Chart.Series line(FunnelMeasure stage, List<FunnelPoint> points) {
    return new Chart.Series(
        stage.label(),
        "c" + stage.ordinal(),
        points.stream().map(point -> stage.in(point.counts())).toList());
  }

  private static List<Chart.Mark> marks(List<FunnelPoint> points, List<DefinitionChange> changes) {
    List<Chart.Mark> marks = new ArrayList<>();
    for (DefinitionChange change : changes) {
      for (int i = 0; i < points.size(); i++) {
        FunnelPoint point = points.get(i);
        if (!change.at().isBefore(point.from()) && change.at().isBefore(point.to())) {
          marks.add(new Chart.Mark(i, said(change)));
        }
      }
    }
    return marks;
  }

  private static String said(DefinitionChange change) {
    return "%s, version %d".formatted(change.name(), change.version());
  }
}
