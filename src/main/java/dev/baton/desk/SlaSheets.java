package dev.baton.desk;

import dev.baton.desk.SlaSheet.OfClock;
import dev.baton.insight.Figures;
import dev.baton.insight.Habits;
import dev.baton.insight.Habits.Parts;
import dev.baton.insight.Sitting;
import dev.baton.insight.Sla;
import dev.baton.insight.SlaDimension;
import dev.baton.insight.SlaMeasure;
import dev.baton.insight.Step;
import dev.baton.insight.Trends;
import dev.baton.insight.Trends.SlaPoint;
import dev.baton.insight.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Composes the page of the deadlines from the same figures that the API answers. */
@Component
class SlaSheets {
  private static final List<String> CLOCKS =
      List.of("route", "review", "qualification", "first_touch", "opportunity");

  /** No clock of ours runs longer. */
  private static final Duration AHEAD = Duration.ofDays(31);

  /** More bars than that are no picture; the table has them all. */
  private static final int MOST_BARS = 12;

  private final Figures figures;
  private final Trends trends;
  private final Habits habits;
  private final Sitting sitting;
  private final Vocabulary words;
  private final FigureWords keys;
  private final Charts charts;

  SlaSheets(
      Figures figures,
      Trends trends,
      Habits habits,
      Sitting sitting,
      Vocabulary words,
      FigureWords keys,
      Charts charts) {
    this.figures = figures;
    this.trends = trends;
    this.habits = habits;
    this.sitting = sitting;
    this.words = words;
    this.keys = keys;
    this.charts = charts;
  }

  SlaSheet of(SlaLook look, Viewer viewer, Watch watch, Names names) {
    TimeSpan span = look.span();
    Sla sla = figures.sla(look.by(), span.range(), viewer);
    boolean byHour = look.by() == SlaDimension.HOUR;
    Sla hours = byHour ? sla : figures.sla(SlaDimension.HOUR, span.range(), viewer);
    Step step = span.step(watch.now());
    List<SlaPoint> points =
        begun(trends.sla(look.by(), null, span.chart(watch.now(), AHEAD), step), look, watch);
    SlaDimension parted = look.by().hasParts() ? look.by() : SlaDimension.CLOCK;
    List<Parts> parts = habits.parts(parted, span.range());
    return new SlaSheet(
        look,
        sla,
        clocks(sla, byHour),
        WeekHeat.of(hours.rows()),
        points,
        charts.of(trend(points, step)),
        parted,
        parts,
        charts.of(parts(parts, parted, names)),
        sitting.piles(viewer),
        habits.lastMinute(span.range(), viewer));
  }

  /** The shipped ones always, so that a link to one finds its place. */
  private static List<OfClock> clocks(Sla sla, boolean byHour) {
    return Stream.concat(CLOCKS.stream(), sla.rows().stream().map(Sla.Row::clock))
        .distinct()
        .map(
            clock -> {
              List<Sla.Row> rows =
                  sla.rows().stream().filter(row -> row.clock().equals(clock)).toList();
              return new OfClock(clock, rows, byHour ? WeekHeat.of(rows) : null);
            })
        .toList();
  }

  /**
   * What is answered early counts on the day of its due instant, so some of the future is there.
   */
  private static List<SlaPoint> begun(List<SlaPoint> points, SlaLook look, Watch watch) {
    int first = 0;
    int last = points.size();
    while (look.span().from() == null && first < last && isEmpty(points.get(first))) {
      first++;
    }
    while (first < last && points.get(last - 1).from().isAfter(watch.now())) {
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

  private static Chart trend(List<SlaPoint> points, Step step) {
    return new Chart(
        "bars",
        null,
        points.stream().map(point -> Points.label(point.from(), step)).toList(),
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

  private Chart parts(List<Parts> parts, SlaDimension by, Names names) {
    List<Parts> drawn = parts.stream().limit(MOST_BARS).toList();
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
            series("system", "c1", drawn, Parts::system),
            series("queue", "c4", drawn, Parts::queue),
            series("business", "c2", drawn, Parts::business),
            series("paused", "c3", drawn, Parts::paused),
            series("afterHours", "c6", drawn, Parts::afterHours)),
        List.of());
  }

  private Chart.Series series(
      String part, String colour, List<Parts> parts, Function<Parts, Double> hours) {
    return new Chart.Series(
        keys.of(part),
        colour,
        parts.stream().map(of -> hours.apply(of) == null ? 0.0 : hours.apply(of)).toList());
  }
}
