package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** From stage to stage as fractions; null when the divisor is 0. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Rates(
    @Nullable Double acceptance,
    @Nullable Double qualification,
    @Nullable Double mqlToSql,
    @Nullable Double sqlToOpportunity,
    @Nullable Double win) {

  public static Rates of(FunnelCounts n) {
    return new Rates(
        FunnelRate.ACCEPTANCE.of(n),
        FunnelRate.QUALIFICATION.of(n),
        FunnelRate.MQL_TO_SQL.of(n),
        FunnelRate.SQL_TO_OPPORTUNITY.of(n),
        FunnelRate.WIN.of(n));
  }
}
