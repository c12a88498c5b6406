package dev.baton.insight;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts by key and measure. */
final class Tallies {
  static final String NO_KEY = "(none)";
  private static final Tally NOTHING = new Tally();

  private final Map<String, Map<String, Tally>> byKey = new HashMap<>();

  Tally of(String key, String measure) {
    return byKey
        .computeIfAbsent(key == null ? NO_KEY : key, any -> new TreeMap<>())
        .computeIfAbsent(measure, any -> new Tally());
  }

  void add(String key, String measure, long n, BigDecimal amount) {
    of(key, measure).add(n, amount);
  }

  void add(Tallies others) {
    others.byKey.forEach(
        (key, measures) -> measures.forEach((measure, tally) -> of(key, measure).add(tally)));
  }

  /** Every key that was ever named. */
  Set<String> named() {
    return byKey.keySet();
  }

  /** Keys for which something is left; what was taken back whole is none. */
  Set<String> keys() {
    byKey.values().forEach(measures -> measures.values().removeIf(tally -> tally.n() == 0));
    byKey.values().removeIf(Map::isEmpty);
    return byKey.keySet();
  }

  Map<String, Tally> measures(String key) {
    return byKey.getOrDefault(key, Map.of());
  }

  /** Over all keys. */
  Map<String, Tally> total() {
    Map<String, Tally> total = new TreeMap<>();
    byKey
        .values()
        .forEach(
            measures ->
                measures.forEach(
                    (measure, tally) ->
                        total.computeIfAbsent(measure, any -> new Tally()).add(tally)));
    return total;
  }

  static long n(Map<String, Tally> measures, String measure) {
    return measures.getOrDefault(measure, NOTHING).n();
  }
}
