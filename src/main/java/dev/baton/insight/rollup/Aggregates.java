package dev.baton.insight.rollup;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Aggregates by key and by the measure's cell. */
public final class Aggregates {
  public static final String NO_KEY = "(none)";

  private final Map<String, Map<String, Aggregate>> byKey = new HashMap<>();

  public Aggregate of(String key, String cell) {
    return byKey
        .computeIfAbsent(key, any -> new TreeMap<>())
        .computeIfAbsent(cell, any -> new Aggregate());
  }

  public void add(String key, String cell, long n, @Nullable BigDecimal amount) {
    of(key, cell).add(n, amount);
  }

  public void add(Aggregates others) {
    add(others, cell -> true);
  }

  /** Adds those of some cells. */
  public Aggregates add(Aggregates others, Predicate<String> which) {
    others.byKey.forEach(
        (key, cells) ->
            cells.forEach(
                (cell, aggregate) -> {
                  if (which.test(cell)) {
                    of(key, cell).add(aggregate);
                  }
                }));
    return this;
  }

  /** Every key that was ever named. */
  public Set<String> named() {
    return byKey.keySet();
  }

  /** Keys for which something is left; what was taken back whole is none. */
  public Set<String> keys() {
    byKey.values().forEach(cells -> cells.values().removeIf(aggregate -> aggregate.n() == 0));
    byKey.values().removeIf(Map::isEmpty);
    return byKey.keySet();
  }

  /** Of one key, or over all keys when it is null. */
  public Map<String, Aggregate> cells(@Nullable String key) {
    return key == null ? total() : byKey.getOrDefault(key, Map.of());
  }

  /** Over all keys. */
  public Map<String, Aggregate> total() {
    Map<String, Aggregate> total = new TreeMap<>();
    byKey
        .values()
        .forEach(
            cells ->
                cells.forEach(
                    (cell, aggregate) ->
                        total.computeIfAbsent(cell, any -> new Aggregate()).add(aggregate)));
    return total;
  }
}
