package dev.baton.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the promises of today stand, in the zone of the house. */
@Component
public class Today {
  private final SlaFigures figures;
  private final Clock clock;
  private final ZoneId zone;

  Today(SlaFigures figures, Clock clock, @Value("${baton.zone:UTC}") ZoneId zone) {
    this.figures = figures;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Of the deadlines that are due today.
   *
   * @param compliance met of met and missed, null when there is none yet
   * @param open due later today
   * @param overdue past due, on whichever day, and still not answered
   */
  public record Standing(Double compliance, long met, long missed, long open, long overdue) {}

  public Standing standing() {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, zone);
    Range today =
        new Range(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    SlaCounts all = figures.sums(SlaDimension.CLOCK, today, now).total();
    return new Standing(
        Share.of(all.met(), all.met() + all.missed()),
        all.met(),
        all.missed(),
        all.open(),
        figures.overdue(now));
  }
}
