package dev.baton.insight.sla;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.insight.rollup.InstantRange;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * SLA report: deadlines met and missed, by one dimension and clock, and those at risk.
 *
 * @param total over the clocks of people
 * @param assignment the step that finds an owner by itself, in no total
 * @param before the total of as long a time before; null when there is none
 * @param approximate true when the hours may be 1 % off, else null; counts are always exact
 */
public record SlaReport(
    List<SlaRow> rows,
    SlaRow total,
    SlaRow assignment,
    @Nullable EarlierPeriod before,
    List<AtRiskDeadline> atRisk,
    @Nullable Boolean approximate) {

  /** As long a time before, to compare with. */
  public record EarlierPeriod(InstantRange range, SlaCounts total) {}

  /** Rows of keys that may be seen; the total is always over everything. */
  public static SlaReport of(
      SlaSums sums,
      @Nullable EarlierPeriod before,
      List<AtRiskDeadline> atRisk,
      Predicate<String> visible) {
    List<SlaRow> rows =
        sums.rows().stream()
            .filter(row -> visible.test(row.key()))
            .map(row -> SlaRow.of(row.key(), row.clock(), row.sum()))
            .sorted(Comparator.comparing(SlaRow::key).thenComparing(SlaRow::clock))
            .toList();
    return new SlaReport(
        rows,
        SlaRow.of(null, null, sums.total()),
        SlaRow.of(null, Deadlines.ROUTE, sums.assignment()),
        before,
        atRisk,
        sums.approximate() ? true : null);
  }
}
