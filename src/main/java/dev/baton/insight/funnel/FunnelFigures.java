package dev.baton.insight.funnel;

import dev.baton.insight.rejection.RejectionCount;
import dev.baton.insight.rejection.RejectionMeasure;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.RollUpQuery;
import dev.baton.insight.rollup.RollUpSums;
import dev.baton.insight.rollup.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures of the funnel and of the rejections, cut by one dimension. */
@Component
public class FunnelFigures {
  private final RollUpQuery query;
  private final RecentLeads leads;

  FunnelFigures(RollUpQuery query, RecentLeads leads) {
    this.query = query;
    this.leads = leads;
  }

  /** Who became a lead in the range, and how many of them are MQLs by now. */
  public RecentLeads.Standing leads(InstantRange range) {
    return leads.in(range);
  }

  /** All rows, with medians. */
  public FunnelSums sums(Dimension by, FunnelBasis basis, InstantRange range) {
    RollUpSums sums = query.sums(Slice.of(basis.figure(), by.key(), range));
    return new FunnelSums(sums.cells(), sums.approximate());
  }

  /** Over everything, with medians. */
  public FunnelSums.Row total(FunnelBasis basis, InstantRange range) {
    return sums(Dimension.CHANNEL, basis, range).total();
  }

  /** Over everything, without medians. */
  public FunnelCounts totalCounts(FunnelBasis basis, InstantRange range) {
    return FunnelCounts.of(counts(Dimension.CHANNEL, basis, range).total());
  }

  /** Without medians. */
  public Aggregates counts(Dimension by, FunnelBasis basis, InstantRange range) {
    return query.counts(Slice.of(basis.figure(), by.key(), range));
  }

  /**
   * Counts cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  public Map<LocalDate, Aggregates> byTime(
      Dimension by,
      @Nullable String key,
      FunnelBasis basis,
      InstantRange range,
      UnaryOperator<LocalDate> point) {
    return query.byTime(Slice.of(basis.figure(), by.key(), range), key, point);
  }

  /** Handoffs that were rejected in the range, by the question and the reason. */
  public List<RejectionCount> rejections(Dimension by, InstantRange range) {
    Aggregates cells = query.counts(Slice.of(FunnelFacts.REJECTIONS, by.key(), range));
    List<RejectionCount> counts = new ArrayList<>();
    for (String key : cells.keys()) {
      cells
          .cells(key)
          .forEach((cell, sum) -> counts.add(RejectionMeasure.count(key, cell, sum.n())));
    }
    return counts;
  }

  /**
   * How many of a cohort reached each stage, by the types of signals that the lead had shown by its
   * MQL; a handoff counts under each of them.
   */
  public Aggregates bySignal(InstantRange range) {
    return query.counts(Slice.of(FunnelFacts.SIGNALS, FunnelFacts.SIGNAL, range));
  }
}
