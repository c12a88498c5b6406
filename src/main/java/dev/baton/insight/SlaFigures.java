package dev.baton.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Figures of the deadlines, cut by one dimension; verdicts are those of an instant. */
@Component
class SlaFigures {
  private final RollUpQuery query;

  SlaFigures(RollUpQuery query) {
    this.query = query;
  }

  /** All rows, with percentiles. */
  SlaSums sums(SlaDimension by, Range range, Instant now) {
    RollUpQuery.Sums sums = query.sums(verdicts(by, range, now));
    return new SlaSums(sums.cells(), sums.approximate());
  }

  /** Over everything, without percentiles. */
  SlaCounts total(Range range, Instant now) {
    return SlaCounts.of(counts(SlaDimension.CLOCK, range, now).total());
  }

  /** Without percentiles. */
  Aggregates counts(SlaDimension by, Range range, Instant now) {
    return query.counts(verdicts(by, range, now));
  }

  /**
   * Verdicts cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  Map<LocalDate, Aggregates> byTime(
      SlaDimension by, String key, Range range, Instant now, UnaryOperator<LocalDate> point) {
    return query.byTime(verdicts(by, range, now), key, point);
  }

  private static Slice verdicts(SlaDimension by, Range range, Instant now) {
    return new Slice(SlaFacts.VERDICTS, by.key(), range, now);
  }

  /** Where the time of answered clocks went, with approximate percentiles. */
  Aggregates parts(SlaDimension by, Range range) {
    return query.histograms(Slice.of(SlaFacts.PARTS, by.key(), range));
  }
}
