package dev.baton.change.backtest;

import dev.baton.change.backtest.rate.BandRate;
import dev.baton.change.backtest.rate.RateInterval;
import dev.baton.change.backtest.rate.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rates from MQL to SQL by band, of handoffs older than twice the median time to SQL: the younger
 * ones may still be on their way.
 */
final class BandRates {
  private static final List<String> ORDER = List.of("hot", "warm", "cool", "cold");
  private static final int ENOUGH = 30;
  private static final double LOW = 0.15;
  private static final double HIGH = 0.40;

  private static final Comparator<String> BY_HEAT =
      Comparator.comparingInt(BandRates::place).thenComparing(Comparator.naturalOrder());

  private record Case(String band, Instant mqlAt, @Nullable Duration toSql) {}

  private final List<Case> cases = new ArrayList<>();

  void add(PersonHistory person, Instant from, Instant to) {
    for (RecordedHandoff handoff : person.handoffs()) {
      Instant at = handoff.mqlAt();
      if (!handoff.imported()
          && !at.isBefore(from)
          && at.isBefore(to)
          && !"merged".equals(handoff.result())
          && !"erased".equals(handoff.result())) {
        Duration toSql =
            RecordedOutcomes.sqlAt(person, at).map(sql -> Duration.between(at, sql)).orElse(null);
        cases.add(new Case(Objects.requireNonNullElse(handoff.band(), "none"), at, toSql));
      }
    }
  }

  List<BandRate> of(Instant now) {
    Instant youngest =
        median().map(median -> now.minus(median.multipliedBy(2))).orElse(Instant.MAX);
    Map<String, List<Case>> byBand = new TreeMap<>(BY_HEAT);
    cases.stream()
        .filter(each -> !each.mqlAt().isAfter(youngest))
        .forEach(each -> byBand.computeIfAbsent(each.band(), none -> new ArrayList<>()).add(each));
    return byBand.entrySet().stream().map(band -> rate(band.getKey(), band.getValue())).toList();
  }

  private static BandRate rate(String band, List<Case> cases) {
    long sql = cases.stream().filter(each -> each.toSql() != null).count();
    return new BandRate(
        band,
        cases.size(),
        sql,
        Shares.of(sql, cases.size()),
        RateInterval.of(sql, cases.size()),
        verdict((double) sql / cases.size(), cases.size()));
  }

  private static @Nullable String verdict(double rate, int cases) {
    if (cases < ENOUGH) {
      return null;
    }
    return rate < LOW ? "low" : rate > HIGH ? "high" : "usual";
  }

  private Optional<Duration> median() {
    List<Duration> sorted =
        cases.stream().map(Case::toSql).filter(Objects::nonNull).sorted().toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  private static int place(String band) {
    int place = ORDER.indexOf(band);
    return place < 0 ? ORDER.size() : place;
  }
}
