package dev.baton.insight.funnel;

import dev.baton.insight.funnel.benchmark.Benchmark;
import dev.baton.insight.funnel.benchmark.BenchmarkStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    @Nullable Boolean approximate,
    Map<String, String> rateTeams,
    @Nullable BenchmarkStanding benchmark,
    TrailingFunnel trailing,
    List<DefinitionChange> changes) {

  /** Rows of keys that may be seen; the total is always over everything. */
  public static FunnelReport of(
      FunnelSums sums,
      Predicate<String> visible,
      Benchmark benchmark,
      TrailingFunnel trailing,
      RecentLeads.Standing recent,
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
        Diagnosis.of(all, total.deals(), recent),
        sums.approximate() ? true : null,
        benchmark.rateTeams(),
        benchmark.standing(all.mql(), all.sql()).orElse(null),
        trailing,
        changes);
  }
}
