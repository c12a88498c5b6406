package dev.baton.insight.sla;

import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.ConsistentRead;
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

/**
 * Figures of the deadlines, cut by one dimension; verdicts are those of an instant. What was due up
 * to then is counted, and of what is due later only what is open or cancelled (rule R18).
 */
@Component
public class SlaFigures {
  private final RollUpQuery query;
  private final ConsistentRead read;

  SlaFigures(RollUpQuery query, ConsistentRead read) {
    this.query = query;
    this.read = read;
  }

  /** All rows, with percentiles. */
  public SlaSums sums(SlaDimension by, InstantRange range, Instant now) {
    return read.read(
        () -> {
          RollUpSums due = query.sums(due(by, range, now));
          due.cells().add(ahead(by, range, now), SlaMeasure::isAhead);
          return new SlaSums(due.cells(), due.approximate());
        });
  }

  /** Over the clocks of people, without percentiles. */
  public SlaCounts total(InstantRange range, Instant now) {
    return SlaCounts.of(SlaSums.ofPeople(counts(SlaDimension.CLOCK, range, now).total()));
  }

  /** Without percentiles. */
  Aggregates counts(SlaDimension by, InstantRange range, Instant now) {
    return read.read(
        () -> query.counts(due(by, range, now)).add(ahead(by, range, now), SlaMeasure::isAhead));
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
    return read.read(
        () -> {
          Map<LocalDate, Aggregates> points = query.byTime(due(by, range, now), key, point);
          query
              .byTime(new Slice(SlaFacts.VERDICTS, by.key(), range.after(now), now), key, point)
              .forEach(
                  (at, cells) ->
                      points
                          .computeIfAbsent(at, any -> new Aggregates())
                          .add(cells, SlaMeasure::isAhead));
          return points;
        });
  }

  private static Slice due(SlaDimension by, InstantRange range, Instant now) {
    return new Slice(SlaFacts.VERDICTS, by.key(), range.upTo(now), now);
  }

  private Aggregates ahead(SlaDimension by, InstantRange range, Instant now) {
    InstantRange later = range.after(now);
    return later.holdsNothing()
        ? new Aggregates()
        : query.counts(new Slice(SlaFacts.VERDICTS, by.key(), later, now));
  }

  /** Where the time of answered clocks went, with approximate percentiles. */
  Aggregates parts(SlaDimension by, InstantRange range, Instant now) {
    return query.histograms(new Slice(SlaFacts.PARTS, by.key(), range.upTo(now), now));
  }
}
