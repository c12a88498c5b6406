package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonInclude;

/** From stage to stage as fractions; null when the divisor is 0. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Rates(
    Double acceptance, Double qualification, Double mqlToSql, Double sqlToOpportunity, Double win) {

  static Rates of(FunnelCounts n) {
    return new Rates(
        Share.of(n.sal(), n.mql()),
        Share.of(n.sql(), n.sal()),
        Share.of(n.sql(), n.mql()),
        Share.of(n.opportunity(), n.sql()),
        Share.of(n.customer(), n.customer() + n.lost()));
  }
}
