package dev.baton.insight.funnel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.rollup.Fractions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Why handoffs got a no, by one dimension.
 *
 * @param kinds how many of all were about quality, how many about execution
 */
public record RejectionReport(List<Row> rows, Row total, Map<String, Long> kinds) {
  /**
   * One reason of one key.
   *
   * @param stage the question that got the no
   * @param share of all that the key's handoffs were refused for; null without any
   * @param kind {@code quality} of the lead or {@code execution} of the work on it; null when
   *     nobody said which
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String key,
      String stage,
      String reason,
      long count,
      @JsonInclude(JsonInclude.Include.ALWAYS) Double share,
      String kind) {}

  private static final Comparator<Row> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Row::count)
          .reversed()
          .thenComparing(Row::key)
          .thenComparing(Row::stage)
          .thenComparing(Row::reason);

  public static RejectionReport of(
      List<RejectionCount> counts, Map<String, String> kinds, Predicate<String> visible) {
    Map<String, Long> ofKey =
        counts.stream()
            .collect(groupingBy(RejectionCount::dimension, summingLong(RejectionCount::count)));
    List<Row> rows =
        counts.stream()
            .filter(n -> visible.test(n.dimension()))
            .map(n -> row(n, ofKey.get(n.dimension()), kinds.get(n.reason())))
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
        rows, new Row(null, null, null, all, Fractions.of(all, all), null), byKind);
  }

  private static Row row(RejectionCount n, long ofKey, String kind) {
    return new Row(
        n.dimension(), n.question(), n.reason(), n.count(), Fractions.of(n.count(), ofKey), kind);
  }
}
