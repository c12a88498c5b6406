package dev.baton.insight.rollup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The last days, the same for whoever says so: so many whole days before today, and today so far.
 */
@Component
public class RecentDays {
  private final Clock clock;
  private final ZoneId zone;

  public RecentDays(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public Instant now() {
    return clock.instant();
  }

  /** In the company's zone, up to and with this very moment. */
  public InstantRange last(int days) {
    return since(first(today(), days));
  }

  /** The last months, in the same way. */
  public InstantRange lastMonths(int months) {
    return since(today().minusMonths(months));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), zone);
  }

  private InstantRange since(LocalDate day) {
    Instant first = day.atStartOfDay(zone).toInstant();
    return new InstantRange(first, InstantRange.EVERYTHING.to()).upTo(now());
  }

  /** The first of the days. */
  public static LocalDate first(LocalDate today, int days) {
    return today.minusDays(days);
  }
}
