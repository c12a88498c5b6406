package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/** One row of the funnel; the total has no key. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FunnelRow(
    @JsonInclude(JsonInclude.Include.NON_NULL) String key,
    long leads,
    long mql,
    long sal,
    long sql,
    long opportunity,
    long customer,
    long lost,
    BigDecimal pipelineValue,
    BigDecimal wonValue,
    ByRule byRule,
    Rates rates,
    Double medianHoursToSql) {

  /** How many of a stage's leads no person judged (rule R10). */
  record ByRule(long sal, long sql) {}

  static FunnelRow of(FunnelCounts n, Deals deals) {
    return new FunnelRow(
        n.dimension(),
        n.leads(),
        n.mql(),
        n.sal(),
        n.sql(),
        n.opportunity(),
        n.customer(),
        n.lost(),
        deals.pipeline(),
        deals.won(),
        new ByRule(n.salByRule(), n.sqlByRule()),
        Rates.of(n),
        Share.hours(n.medianHoursToSql()));
  }
}
