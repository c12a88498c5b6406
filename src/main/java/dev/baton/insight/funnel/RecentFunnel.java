package dev.baton.insight.funnel;

import dev.baton.insight.rollup.RecentDays;
import org.springframework.stereotype.Component;

/** How many entered each stage in the last days, in short. */
@Component
public class RecentFunnel {
  private final FunnelFigures figures;
  private final RecentDays recent;

  RecentFunnel(FunnelFigures figures, RecentDays recent) {
    this.figures = figures;
    this.recent = recent;
  }

  /** The same of as many days before those. */
  public RecentEntries daysBefore(int days) {
    return RecentEntries.of(
        recent
            .last(days)
            .before(recent.now())
            .map(range -> figures.totalCounts(FunnelBasis.PERIOD, range))
            .orElseThrow());
  }

  public RecentEntries days(int days) {
    return RecentEntries.of(figures.totalCounts(FunnelBasis.PERIOD, recent.last(days)));
  }
}
