package dev.baton.insight.funnel;

import dev.baton.insight.rollup.Aggregate;
import java.util.Map;

/** Counts of one row of the funnel, as the contract names them. */
public record FunnelCounts(
    long leads, long mql, long sal, long sql, long opportunity, long customer, long lost) {

  public static FunnelCounts of(Map<String, Aggregate> cells) {
    return new FunnelCounts(
        FunnelMeasure.LEAD.measure().n(cells),
        FunnelMeasure.MQL.measure().n(cells),
        FunnelMeasure.SAL.measure().n(cells),
        FunnelMeasure.SQL.measure().n(cells),
        FunnelMeasure.OPPORTUNITY.measure().n(cells),
        FunnelMeasure.CUSTOMER.measure().n(cells),
        FunnelMeasure.LOST.measure().n(cells));
  }
}
