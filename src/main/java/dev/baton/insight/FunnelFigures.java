package dev.baton.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Figures of the funnel and of the rejections, cut by one dimension. */
@Component
class FunnelFigures {
  private final RollUpQuery query;

  FunnelFigures(RollUpQuery query) {
    this.query = query;
  }

  /** All rows, with medians. */
  FunnelSums sums(Dimension by, Basis basis, Range range) {
    RollUpQuery.Sums sums = query.sums(Slice.of(basis.figure(), by.key(), range));
    return new FunnelSums(sums.cells(), sums.approximate());
  }

  /** Over everything, with medians. */
  FunnelSums.Row total(Basis basis, Range range) {
    return sums(Dimension.CHANNEL, basis, range).total();
  }

  /** Over everything, without medians. */
  FunnelCounts totalCounts(Basis basis, Range range) {
    return FunnelCounts.of(counts(Dimension.CHANNEL, basis, range).total());
  }

  /** Without medians. */
  Aggregates counts(Dimension by, Basis basis, Range range) {
    return query.counts(Slice.of(basis.figure(), by.key(), range));
  }

  /**
   * Counts cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  Map<LocalDate, Aggregates> byTime(
      Dimension by, String key, Basis basis, Range range, UnaryOperator<LocalDate> point) {
    return query.byTime(Slice.of(basis.figure(), by.key(), range), key, point);
  }

  /** Handoffs that got a no in the range, by the question and the reason. */
  List<RejectionCount> rejections(Dimension by, Range range) {
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
  Aggregates bySignal(Range range) {
    return query.counts(Slice.of(FunnelFacts.SIGNALS, FunnelFacts.SIGNAL, range));
  }
}
