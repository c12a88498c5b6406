package dev.baton.insight.sla;

import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.RollUpQuery;
import dev.baton.insight.rollup.RollUpSums;
import dev.baton.insight.rollup.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures of the deadlines, cut by one dimension; verdicts are those of an instant. */
@Component
public class SlaFigures {
  private final RollUpQuery query;

  SlaFigures(RollUpQuery query) {
    this.query = query;
  }

  /** All rows, with percentiles. */
  public SlaSums sums(SlaDimension by, InstantRange range, Instant now) {
    RollUpSums sums = query.sums(verdicts(by, range, now));
    return new SlaSums(sums.cells(), sums.approximate());
  }

  /** Over everything, without percentiles. */
  public SlaCounts total(InstantRange range, Instant now) {
    return SlaCounts.of(counts(SlaDimension.CLOCK, range, now).total());
  }

  /** Without percentiles. */
  Aggregates counts(SlaDimension by, InstantRange range, Instant now) {
    return query.counts(verdicts(by, range, now));
  }

  /**
   * Verdicts cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  public Map<LocalDate, Aggregates> byTime(
      SlaDimension by,
      @Nullable String key,
      InstantRange range,
      Instant now,
      UnaryOperator<LocalDate> point) {
    return query.byTime(verdicts(by, range, now), key, point);
  }

  private static Slice verdicts(SlaDimension by, InstantRange range, Instant now) {
    return new Slice(SlaFacts.VERDICTS, by.key(), range, now);
  }

  /** Where the time of answered clocks went, with approximate percentiles. */
  Aggregates parts(SlaDimension by, InstantRange range) {
    return query.histograms(Slice.of(SlaFacts.PARTS, by.key(), range));
  }
}
