package dev.baton.insight.rejection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.baton.insight.rollup.Fractions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Why handoffs were rejected, by one dimension.
 *
 * @param kinds how many of all were about quality, how many about execution
 */
public record RejectionReport(
    List<RejectionReasonRow> rows, RejectionReasonRow total, Map<String, Long> kinds) {
  private static final Comparator<RejectionReasonRow> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(RejectionReasonRow::count)
          .reversed()
          .thenComparing(RejectionReasonRow::key)
          .thenComparing(RejectionReasonRow::stage)
          .thenComparing(RejectionReasonRow::reason);

  public static RejectionReport of(
      List<RejectionCount> counts, Map<String, String> kinds, Predicate<String> visible) {
    Map<String, Long> ofKey =
        counts.stream()
            .collect(groupingBy(RejectionCount::dimension, summingLong(RejectionCount::count)));
    List<RejectionReasonRow> rows =
        counts.stream()
            .filter(n -> visible.test(n.dimension()))
            .map(n -> row(n, ofKey.getOrDefault(n.dimension(), 0L), kinds.get(n.reason())))
            .sorted(MOST_FREQUENT_FIRST)
            .toList();
    long all = counts.stream().mapToLong(RejectionCount::count).sum();
    Map<String, Long> byKind =
        counts.stream()
            .filter(n -> kinds.containsKey(n.reason()))
            .collect(
                groupingBy(
                    n -> kinds.get(n.reason()), TreeMap::new, summingLong(RejectionCount::count)));
    return new RejectionReport(
        rows, new RejectionReasonRow(null, null, null, all, Fractions.of(all, all), null), byKind);
  }

  private static RejectionReasonRow row(RejectionCount n, long ofKey, @Nullable String kind) {
    return new RejectionReasonRow(
        n.dimension(), n.question(), n.reason(), n.count(), Fractions.of(n.count(), ofKey), kind);
  }
}
