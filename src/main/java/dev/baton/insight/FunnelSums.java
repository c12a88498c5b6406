package dev.baton.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The funnel's counts by key.
 *
 * @param medians hours to SQL by key and, under null, over all
 * @param approximate whether the medians may be 1 % off
 */
record FunnelSums(Tallies tallies, Map<String, Double> medians, boolean approximate) {

  static Map<String, Double> medians(Tallies tallies) {
    Map<String, Double> medians = new HashMap<>();
    for (String key : tallies.keys()) {
      medians.put(key, median(tallies.measures(key)));
    }
    medians.put(null, median(tallies.total()));
    return medians;
  }

  private static Double median(Map<String, Tally> measures) {
    Tally sql = measures.get("SQL");
    return sql == null ? null : sql.spread().percentile(0.5);
  }

  List<FunnelCounts> rows() {
    return tallies.keys().stream().map(key -> counts(key, tallies.measures(key))).toList();
  }

  /** Over everything, also what a reader may not see by key. */
  FunnelCounts total() {
    return counts(null, tallies.total());
  }

  /** By key and currency. */
  List<DealSum> deals() {
    return tallies.keys().stream()
        .map(key -> deals(key, tallies.measures(key)))
        .flatMap(Collection::stream)
        .toList();
  }

  List<DealSum> totalDeals() {
    return deals(null, tallies.total());
  }

  private FunnelCounts counts(String key, Map<String, Tally> n) {
    return new FunnelCounts(
        key,
        Tallies.n(n, "LEAD"),
        Tallies.n(n, "MQL"),
        Tallies.n(n, "SAL"),
        Tallies.n(n, "SQL"),
        Tallies.n(n, FunnelMeasure.byRule("SAL")),
        Tallies.n(n, FunnelMeasure.byRule("SQL")),
        Tallies.n(n, "OPPORTUNITY"),
        Tallies.n(n, "CUSTOMER"),
        Tallies.n(n, "LOST"),
        medians.get(key));
  }

  private static List<DealSum> deals(String key, Map<String, Tally> measures) {
    List<DealSum> deals = new ArrayList<>();
    measures.forEach(
        (measure, tally) -> {
          if (tally.n() == 0) {
            return;
          }
          if (FunnelMeasure.isPipeline(measure)) {
            deals.add(new DealSum(key, FunnelMeasure.currency(measure), tally.amount(), null));
          } else if (FunnelMeasure.isWon(measure)) {
            deals.add(new DealSum(key, FunnelMeasure.currency(measure), null, tally.amount()));
          }
        });
    return deals;
  }
}
