package dev.baton.insight.funnel;

import dev.baton.insight.rollup.InstantRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How many entered each stage in the last days, in short. */
@Component
public class RecentFunnel {
  private final FunnelFigures figures;
  private final Clock clock;

  RecentFunnel(FunnelFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  public RecentEntries days(int days) {
    Instant now = clock.instant();
    // the end is exclusive, and what happened this very moment belongs to it
    InstantRange range = new InstantRange(now.minus(Duration.ofDays(days)), now.plusMillis(1));
    return RecentEntries.of(figures.totalCounts(FunnelBasis.PERIOD, range));
  }
}
