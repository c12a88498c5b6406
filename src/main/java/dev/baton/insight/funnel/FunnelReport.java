package dev.baton.insight.funnel;

import dev.baton.insight.rollup.InstantRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The funnel by one dimension, the total over all rows, and what stands out in it.
 *
 * @param approximate true when the medians may be 1 % off, else null; counts are always exact
 * @param rateTeams whose work each rate shows
 * @param benchmark where MQL to SQL stands among published figures; null with too few
 * @param trailing the same funnel over the 90 days before now, to compare with
 * @param changes of definitions in the range
 */
public record FunnelReport(
    List<FunnelRow> rows,
    FunnelRow total,
    List<Diagnosis> diagnosis,
    Boolean approximate,
    Map<String, String> rateTeams,
    Benchmark.Standing benchmark,
    Trailing trailing,
    List<DefinitionChange> changes) {

  /** The last days up to now, as a line to compare with. */
  public record Trailing(InstantRange range, FunnelRow total) {}

  /** Rows of keys that may be seen; the total is always over everything. */
  public static FunnelReport of(
      FunnelSums sums,
      Predicate<String> visible,
      Benchmark benchmark,
      Trailing trailing,
      List<DefinitionChange> changes) {
    List<FunnelRow> rows =
        sums.rows().stream()
            .filter(row -> visible.test(row.key()))
            .map(FunnelRow::of)
            .sorted(
                Comparator.comparingLong(FunnelRow::mql).reversed().thenComparing(FunnelRow::key))
            .toList();
    FunnelSums.Row total = sums.total();
    FunnelCounts all = total.counts();
    return new FunnelReport(
        rows,
        FunnelRow.of(total),
        Diagnosis.of(all, total.deals()),
        sums.approximate() ? true : null,
        benchmark.rateTeams(),
        benchmark.standing(all.mql(), all.sql()).orElse(null),
        trailing,
        changes);
  }
}
