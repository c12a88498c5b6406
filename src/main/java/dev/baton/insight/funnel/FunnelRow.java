package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.insight.rollup.Fractions;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of the funnel; the total has no key. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FunnelRow(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    @JsonUnwrapped FunnelCounts counts,
    @Nullable BigDecimal pipelineValue,
    @Nullable BigDecimal wonValue,
    ByRule byRule,
    Rates rates,
    @Nullable Double medianHoursToSql) {

  /** How many of a stage's leads no person judged (rule R10). */
  public record ByRule(long sal, long sql) {}

  public static FunnelRow of(FunnelSums.Row row) {
    FunnelCounts counts = row.counts();
    DealValues values = row.deals();
    return new FunnelRow(
        row.key(),
        counts,
        values.pipeline(),
        values.won(),
        row.byRule(),
        Rates.of(counts),
        Fractions.hours(row.medianHoursToSql()));
  }

  public long leads() {
    return counts.leads();
  }

  public long mql() {
    return counts.mql();
  }

  public long sal() {
    return counts.sal();
  }

  public long sql() {
    return counts.sql();
  }

  public long opportunity() {
    return counts.opportunity();
  }

  public long customer() {
    return counts.customer();
  }

  public long lost() {
    return counts.lost();
  }
}
