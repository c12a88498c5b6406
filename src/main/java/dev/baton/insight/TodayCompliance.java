package dev.baton.insight;

import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelFigures;
import dev.baton.insight.funnel.RecentEntries;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.ComplianceTargets;
import dev.baton.insight.sla.RunningClocks;
import dev.baton.insight.sla.SlaCounts;
import dev.baton.insight.sla.SlaFigures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SLA of today, in the default zone. */
@Component
public class TodayCompliance {
  private static final int DAYS = 14;

  private final SlaFigures sla;
  private final RunningClocks running;
  private final FunnelFigures funnel;
  private final ComplianceTargets targets;
  private final Clock clock;
  private final ZoneId zone;

  TodayCompliance(
      SlaFigures sla,
      RunningClocks running,
      FunnelFigures funnel,
      ComplianceTargets targets,
      Clock clock,
      ZoneId zone) {
    this.sla = sla;
    this.running = running;
    this.funnel = funnel;
    this.targets = targets;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Of the deadlines that are due today.
   *
   * @param compliance met of met and missed, null when there is none yet
   * @param open due later today
   * @param overdue past due, on whichever day, and still not answered
   * @param atRisk in their warning time and not answered
   * @param target how much is to be met, in percent
   * @param trend the last fourteen days, today last
   * @param funnel who entered which stage today
   */
  public record Standing(
      @Nullable Double compliance,
      long met,
      long missed,
      long open,
      long overdue,
      long atRisk,
      int target,
      List<Day> trend,
      RecentEntries funnel) {}

  /** One day's deadlines; the day is ISO 8601, in the default zone. */
  public record Day(String day, @Nullable Double compliance, long met, long missed) {}

  public Standing standing() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    SlaCounts all = counts(today, now);
    return new Standing(
        all.compliance(),
        all.met(),
        all.missed(),
        all.open(),
        running.overdue(now),
        running.warned(now),
        targets.of(null),
        trend(today, now),
        RecentEntries.of(funnel.totalCounts(FunnelBasis.PERIOD, range(today))));
  }

  private List<Day> trend(LocalDate today, Instant now) {
    return today
        .minusDays(DAYS - 1)
        .datesUntil(today.plusDays(1))
        .map(
            day -> {
              SlaCounts all = counts(day, now);
              return new Day(day.toString(), all.compliance(), all.met(), all.missed());
            })
        .toList();
  }

  private SlaCounts counts(LocalDate day, Instant now) {
    return sla.total(range(day), now);
  }

  private InstantRange range(LocalDate day) {
    return new InstantRange(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
