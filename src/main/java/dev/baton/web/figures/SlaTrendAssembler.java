package dev.baton.web.figures;

import dev.baton.insight.SeriesInterval;
import dev.baton.insight.SlaPoint;
import dev.baton.insight.Trends;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.web.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Assembler of the trend of the SLA page: deadlines met and missed over time. */
@Component
class SlaTrendAssembler {
  /** No clock of ours runs longer. */
  private static final Duration AHEAD = Duration.ofDays(31);

  private final Trends trends;
  private final ChartWriter writer;

  SlaTrendAssembler(Trends trends, ChartWriter writer) {
    this.trends = trends;
    this.writer = writer;
  }

  SlaPage.Trend of(SlaQuery query, Instant now) {
    DateRange span = query.span();
    SeriesInterval interval = span.step(now);
    List<SlaPoint> points =
        begun(trends.sla(query.by(), null, span.chart(now, AHEAD), interval), query, now);
    return new SlaPage.Trend(points, writer.of(chart(points, interval)));
  }

  /** What is open is due later, so some of the future is there. */
  private static List<SlaPoint> begun(List<SlaPoint> points, SlaQuery query, Instant now) {
    int first = 0;
    int last = points.size();
    while (query.span().from() == null && first < last && isEmpty(points.get(first))) {
      first++;
    }
    while (first < last && points.get(last - 1).from().isAfter(now)) {
      if (!isEmpty(points.get(last - 1))) {
        break;
      }
      last--;
    }
    return points.subList(first, last);
  }

  private static boolean isEmpty(SlaPoint point) {
    return point.counts().due() + point.counts().open() == 0;
  }

  private static Chart chart(List<SlaPoint> points, SeriesInterval interval) {
    return new Chart(
        "bars",
        null,
        points.stream().map(point -> ChartLabels.label(point.from(), interval)).toList(),
        List.of(
            series(SlaMeasure.MET, "good", points),
            series(SlaMeasure.MISSED, "bad", points),
            series(SlaMeasure.OPEN, "c6", points)),
        List.of());
  }

  private static Chart.Series series(SlaMeasure verdict, String colour, List<SlaPoint> points) {
    return new Chart.Series(
        Labels.said(verdict.label()),
        colour,
        points.stream().map(point -> verdict.in(point.counts())).toList());
  }
}
