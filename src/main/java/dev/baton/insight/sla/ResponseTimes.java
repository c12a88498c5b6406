package dev.baton.insight.sla;

import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.Fractions;
import dev.baton.insight.rollup.InstantRange;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Response times: where the hours of a clock went, and who answers in the last minutes. */
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

  /** By anything but rep and hour. */
  public List<ResponseTimeParts> parts(SlaDimension by, InstantRange range) {
    if (!by.hasParts()) {
      throw new IllegalStateException("Parts are not kept by " + by);
    }
    return SlaSums.rows(figures.parts(by, range, clock.instant())).stream()
        .map(ResponseTimes::parts)
        .sorted(
            Comparator.comparing(ResponseTimeParts::key).thenComparing(ResponseTimeParts::clock))
        .toList();
  }

  private static ResponseTimeParts parts(SlaSums.Row row) {
    return new ResponseTimeParts(
        row.key(),
        row.clock(),
        ClockPart.SYSTEM.measure().n(row.sum().cells()),
        median(row, ClockPart.SYSTEM),
        median(row, ClockPart.QUEUE),
        median(row, ClockPart.BUSINESS),
        median(row, ClockPart.PAUSED),
        median(row, ClockPart.AFTER_HOURS));
  }

  private static @Nullable Double median(SlaSums.Row row, ClockPart part) {
    return Fractions.hours(row.sum().percentile(part.measure(), 0.5));
  }

  /** Of reviews, by owner; a rep sees their own. */
  public List<LastMinuteRow> lastMinute(InstantRange range, FigureViewer viewer) {
    return SlaSums.rows(figures.counts(SlaDimension.REP, range, clock.instant())).stream()
        .filter(row -> row.clock().equals("review") && viewer.maySee(row.key()))
        .map(ResponseTimes::lastMinute)
        .filter(row -> row.met() > 0)
        .sorted(Comparator.comparing(LastMinuteRow::owner))
        .toList();
  }

  private static LastMinuteRow lastMinute(SlaSums.Row row) {
    long met = row.sum().counts().met();
    long last = SlaMeasure.LAST_MINUTE.n(row.sum().cells());
    return new LastMinuteRow(row.key(), met, met < ENOUGH ? null : Fractions.of(last, met));
  }
}
