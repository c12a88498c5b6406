package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;

/** From stage to stage as fractions; null when the divisor is 0. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Rates(
    Double acceptance, Double qualification, Double mqlToSql, Double sqlToOpportunity, Double win) {

  public static Rates of(FunnelCounts n) {
    return new Rates(
        FunnelRate.ACCEPTANCE.of(n),
        FunnelRate.QUALIFICATION.of(n),
        FunnelRate.MQL_TO_SQL.of(n),
        FunnelRate.SQL_TO_OPPORTUNITY.of(n),
        FunnelRate.WIN.of(n));
  }
}
