package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.Fractions;
import dev.baton.insight.rollup.InstantRange;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** How people use their time: where a clock's hours go, and who answers in the last minutes. */
@Component
public class ResponseTimes {
  /** Below so many answers a share is chance. */
  public static final long ENOUGH = 20;

  private final SlaFigures figures;
  private final Clock clock;

  ResponseTimes(SlaFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Median hours of each part of the time of answered clocks; medians don't sum to the median of
   * the whole. Each is at most 1 % off.
   */
  public record Parts(
      String key,
      String clock,
      long answered,
      Double system,
      Double queue,
      Double business,
      Double paused,
      Double afterHours) {}

  /** By anything but rep and hour. */
  public List<Parts> parts(SlaDimension by, InstantRange range) {
    if (!by.hasParts()) {
      throw new IllegalStateException("Parts are not kept by " + by);
    }
    return SlaSums.rows(figures.parts(by, range)).stream()
        .map(ResponseTimes::parts)
        .sorted(Comparator.comparing(Parts::key).thenComparing(Parts::clock))
        .toList();
  }

  private static Parts parts(SlaSums.Row row) {
    return new Parts(
        row.key(),
        row.clock(),
        ClockPart.SYSTEM.measure().n(row.cells()),
        median(row, ClockPart.SYSTEM),
        median(row, ClockPart.QUEUE),
        median(row, ClockPart.BUSINESS),
        median(row, ClockPart.PAUSED),
        median(row, ClockPart.AFTER_HOURS));
  }

  private static Double median(SlaSums.Row row, ClockPart part) {
    return Fractions.hours(row.percentile(part.measure(), 0.5));
  }

  /**
   * How much of what somebody answered in time was answered in the last tenth of that time.
   *
   * @param met how many reviews were answered in time
   * @param share null below {@link #ENOUGH}
   */
  public record LastMinute(
      String owner, long met, @JsonInclude(JsonInclude.Include.ALWAYS) Double share) {}

  /** Of reviews, by owner; a rep sees their own. */
  public List<LastMinute> lastMinute(InstantRange range, FigureViewer viewer) {
    return SlaSums.rows(figures.counts(SlaDimension.REP, range, clock.instant())).stream()
        .filter(row -> row.clock().equals("review") && viewer.maySee(row.key()))
        .map(ResponseTimes::lastMinute)
        .filter(habit -> habit.met() > 0)
        .sorted(Comparator.comparing(LastMinute::owner))
        .toList();
  }

  private static LastMinute lastMinute(SlaSums.Row row) {
    long met = row.counts().met();
    long last = SlaMeasure.LAST_MINUTE.n(row.cells());
    return new LastMinute(row.key(), met, met < ENOUGH ? null : Fractions.of(last, met));
  }
}
