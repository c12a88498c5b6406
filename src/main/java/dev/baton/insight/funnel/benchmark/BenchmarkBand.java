package dev.baton.insight.funnel.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Band of the benchmark: a range of MQL to SQL in percent, above those before it.
 *
 * @param under its upper end, not part of it; null where {@code upTo} or nothing bounds it
 * @param upTo its upper end, part of it
 * @param causes what to check, the likeliest first
 */
public record BenchmarkBand(
    String code,
    @Nullable Integer under,
    @Nullable Integer upTo,
    String text,
    List<String> causes) {
  boolean holds(long sql, long mql) {
    return (under == null || sql * 100 < under * mql) && (upTo == null || sql * 100 <= upTo * mql);
  }
}
