package dev.baton.web.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.SeriesInterval;
import dev.baton.insight.SlaPoint;
import dev.baton.insight.Trends;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.sla.ResponseTimeParts;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaRow;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import dev.baton.web.figures.SlaPage.ClockSection;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Assembler of the SLA page, from the same figures that the API answers. */
@Component
class SlaPageAssembler {
  private static final List<String> CLOCKS =
      List.of("route", "review", "qualification", "first_touch", "opportunity");

  /** No clock of ours runs longer. */
  private static final Duration AHEAD = Duration.ofDays(31);

  /** More bars than that are no picture; the table has them all. */
  private static final int MOST_BARS = 12;

  private final FigureQueries queries;
  private final Trends trends;
  private final ResponseTimes times;
  private final StalledLeads leads;
  private final Labels words;
  private final FigureLabels keys;
  private final ChartWriter writer;

  SlaPageAssembler(
      FigureQueries queries,
      Trends trends,
      ResponseTimes times,
      StalledLeads leads,
      Labels words,
      FigureLabels keys,
      ChartWriter writer) {
    this.queries = queries;
    this.trends = trends;
    this.times = times;
    this.leads = leads;
    this.words = words;
    this.keys = keys;
    this.writer = writer;
  }

  SlaPage of(SlaQuery query, FigureViewer viewer, ViewerClock viewerClock, DisplayNames names) {
    DateRange span = query.span();
    SlaReport report = queries.sla(query.by(), span.range(), viewer);
    boolean byHour = query.by() == SlaDimension.HOUR;
    SlaReport hours = byHour ? report : queries.sla(SlaDimension.HOUR, span.range(), viewer);
    SeriesInterval interval = span.step(viewerClock.now());
    List<SlaPoint> points =
        begun(
            trends.sla(query.by(), null, span.chart(viewerClock.now(), AHEAD), interval),
            query,
            viewerClock);
    SlaDimension parted = query.by().hasParts() ? query.by() : SlaDimension.CLOCK;
    List<ResponseTimeParts> parts = times.parts(parted, span.range());
    return new SlaPage(
        query,
        report,
        clocks(report, byHour),
        WeekHeatMap.of(hours.rows()),
        points,
        writer.of(trend(points, interval)),
        parted,
        parts,
        writer.of(parts(parts, parted, names)),
        leads.rows(viewer),
        times.lastMinute(span.range(), viewer));
  }

  /** The shipped ones always, so that a link to one finds its place. */
  private static List<ClockSection> clocks(SlaReport report, boolean byHour) {
    return Stream.concat(CLOCKS.stream(), report.rows().stream().map(SlaRow::clock))
        .distinct()
        .map(
            clock -> {
              List<SlaRow> rows =
                  report.rows().stream().filter(row -> row.clock().equals(clock)).toList();
              return new ClockSection(clock, rows, byHour ? WeekHeatMap.of(rows) : null);
            })
        .toList();
  }

  /**
   * What is answered early counts on the day of its due instant, so some of the future is there.
   */
  private static List<SlaPoint> begun(
      List<SlaPoint> points, SlaQuery query, ViewerClock viewerClock) {
    int first = 0;
    int last = points.size();
    while (query.span().from() == null && first < last && isEmpty(points.get(first))) {
      first++;
    }
    while (first < last && points.get(last - 1).from().isAfter(viewerClock.now())) {
      if (!isEmpty(points.get(last - 1))) {
        break;
      }
      last--;
    }
    return points.subList(first, last);
  }

  private static boolean isEmpty(SlaPoint point) {
    return point.counts().due() == 0;
  }

  private static Chart trend(List<SlaPoint> points, SeriesInterval interval) {
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
        verdict.label(), colour, points.stream().map(point -> verdict.in(point.counts())).toList());
  }

  private Chart parts(List<ResponseTimeParts> parts, SlaDimension by, DisplayNames names) {
    List<ResponseTimeParts> drawn = parts.stream().limit(MOST_BARS).toList();
    return new Chart(
        "across",
        "h",
        drawn.stream()
            .map(
                part ->
                    by == SlaDimension.CLOCK
                        ? words.clock(part.clock())
                        : keys.key(by, part.key(), names) + ", " + words.clock(part.clock()))
            .toList(),
        List.of(
            series("system", "c1", drawn, ResponseTimeParts::system),
            series("queue", "c4", drawn, ResponseTimeParts::queue),
            series("business", "c2", drawn, ResponseTimeParts::business),
            series("paused", "c3", drawn, ResponseTimeParts::paused),
            series("afterHours", "c6", drawn, ResponseTimeParts::afterHours)),
        List.of());
  }

  private Chart.Series series(
      String part,
      String colour,
      List<ResponseTimeParts> parts,
      Function<ResponseTimeParts, Double> hours) {
    return new Chart.Series(
        keys.of(part),
        colour,
        parts.stream().map(of -> hours.apply(of) == null ? 0.0 : hours.apply(of)).toList());
  }
}
