package dev.baton.insight.sla;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * SLA report: deadlines met and missed, by one dimension and clock, and those at risk.
 *
 * @param approximate true when the hours may be 1 % off, else null; counts are always exact
 */
public record SlaReport(
    List<SlaRow> rows, SlaRow total, List<AtRiskDeadline> atRisk, @Nullable Boolean approximate) {
  /** Rows of keys that may be seen; the total is always over everything. */
  public static SlaReport of(SlaSums sums, List<AtRiskDeadline> atRisk, Predicate<String> visible) {
    List<SlaRow> rows =
        sums.rows().stream()
            .filter(row -> visible.test(row.key()))
            .map(row -> SlaRow.of(row.key(), row.clock(), row.sum()))
            .sorted(Comparator.comparing(SlaRow::key).thenComparing(SlaRow::clock))
            .toList();
    return new SlaReport(
        rows, SlaRow.of(null, null, sums.total()), atRisk, sums.approximate() ? true : null);
  }
}
