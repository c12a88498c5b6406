package dev.baton.insight;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The funnel by one dimension, the total over all rows, and what stands out in it. */
record Funnel(List<FunnelRow> rows, FunnelRow total, List<Diagnosis> diagnosis) {

  /** Rows of keys that may be seen; the total is always over everything. */
  static Funnel of(List<FunnelCounts> counts, List<DealSum> sums, Predicate<String> visible) {
    // Optional because the total's key is null, and a map groups by no null.
    Map<Optional<String>, List<DealSum>> byKey =
        sums.stream().collect(groupingBy(sum -> Optional.ofNullable(sum.dimension())));
    List<FunnelRow> rows =
        counts.stream()
            .filter(n -> n.dimension() != null && visible.test(n.dimension()))
            .map(n -> FunnelRow.of(n, deals(byKey, n)))
            .sorted(
                Comparator.comparingLong(FunnelRow::mql).reversed().thenComparing(FunnelRow::key))
            .toList();
    FunnelCounts all =
        counts.stream().filter(n -> n.dimension() == null).findFirst().orElse(FunnelCounts.NONE);
    Deals allDeals = deals(byKey, all);
    return new Funnel(rows, FunnelRow.of(all, allDeals), Diagnosis.of(all, allDeals));
  }

  private static Deals deals(Map<Optional<String>, List<DealSum>> byKey, FunnelCounts n) {
    return new Deals(byKey.getOrDefault(Optional.ofNullable(n.dimension()), List.of()));
  }
}
