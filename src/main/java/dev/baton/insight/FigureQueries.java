package dev.baton.insight;

import dev.baton.insight.funnel.DefinitionChanges;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelFigures;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.funnel.TrailingFunnel;
import dev.baton.insight.funnel.benchmark.Benchmark;
import dev.baton.insight.rejection.ReasonKinds;
import dev.baton.insight.rejection.RejectionReport;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.RecentDays;
import dev.baton.insight.sla.RunningClocks;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaFigures;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaReport.EarlierPeriod;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The figures, as whoever asks may see them: the same for the pages, Cockpit and the API.
 *
 * <p>By person, a rep sees their own row; the total is always everybody's.
 */
@Component
public class FigureQueries {
  private static final int TRAILING_DAYS = 90;

  /** Over these months the share of leads that become MQL is looked at (rule R23). */
  private static final int FLAGGED_MONTHS = 3;

  private final FunnelFigures funnel;
  private final SlaFigures sla;
  private final RunningClocks running;
  private final Benchmark benchmark;
  private final DefinitionChanges changes;
  private final ReasonKinds kinds;
  private final RecentDays days;

  FigureQueries(
      FunnelFigures funnel,
      SlaFigures sla,
      RunningClocks running,
      Benchmark benchmark,
      DefinitionChanges changes,
      ReasonKinds kinds,
      RecentDays days) {
    this.funnel = funnel;
    this.sla = sla;
    this.running = running;
    this.benchmark = benchmark;
    this.changes = changes;
    this.kinds = kinds;
    this.days = days;
  }

  public FunnelReport funnel(
      Dimension by, FunnelBasis basis, InstantRange range, FigureViewer viewer) {
    return FunnelReport.of(
        funnel.sums(by, basis, range),
        visible(by.personal(), viewer),
        benchmark,
        trailing(basis),
        funnel.leads(days.lastMonths(FLAGGED_MONTHS)),
        changes.in(range));
  }

  private TrailingFunnel trailing(FunnelBasis basis) {
    InstantRange range = days.last(TRAILING_DAYS);
    return new TrailingFunnel(range, FunnelRow.of(funnel.total(basis, range)));
  }

  /** Deadlines by their due instant. */
  public SlaReport sla(SlaDimension by, InstantRange range, FigureViewer viewer) {
    return sla(by, range, range.before(days.now()), viewer);
  }

  /** The same beside another time than the one before. */
  public SlaReport sla(
      SlaDimension by, InstantRange range, Optional<InstantRange> beside, FigureViewer viewer) {
    Instant now = days.now();
    return SlaReport.of(
        sla.sums(by, range, now),
        beside.map(before -> new EarlierPeriod(before, sla.total(before, now))).orElse(null),
        // Whichever way the figures are cut, this list names leads: a rep reads their own only.
        running.atRisk(viewer.seesEverybody() ? null : viewer.name(), range, now),
        visible(by.personal(), viewer));
  }

  /** Rejections by the instant in which they were made. */
  public RejectionReport rejections(Dimension by, InstantRange range, FigureViewer viewer) {
    return RejectionReport.of(
        funnel.rejections(by, range), kinds.byReason(), visible(by.personal(), viewer));
  }

  private static Predicate<String> visible(boolean personal, FigureViewer viewer) {
    return personal ? viewer::maySee : key -> true;
  }
}
