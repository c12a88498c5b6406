package dev.baton.know.forecast;

import dev.baton.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forecasts of what will be won in a month, each checked against the months before. */
@Component
public class Forecasts {
  private static final int LOOKED_BACK_YEARS = 3;
  private static final int BACKCASTS = 6;

  /** An MQL of which nothing came by then is taken for one that won't be won. */
  private static final Duration SETTLED = Duration.ofDays(180);

  private final HandoffPaths paths;
  private final ForecastTargets targets;
  private final Clock clock;
  private final ZoneId zone;

  Forecasts(HandoffPaths paths, ForecastTargets targets, Clock clock, ZoneId zone) {
    this.paths = paths;
    this.targets = targets;
    this.clock = clock;
    this.zone = zone;
  }

  public YearMonth thisMonth() {
    return YearMonth.from(clock.instant().atZone(zone));
  }

  public Forecast of(YearMonth month) {
    Instant now = clock.instant();
    Instant since = now.atZone(zone).minusYears(LOOKED_BACK_YEARS).toInstant();
    return of(paths.since(since), month, now);
  }

  Forecast of(List<HandoffPath> all, YearMonth month, Instant now) {
    MonthEstimate estimate = MonthEstimate.of(all, month, now, zone);
    List<Forecast.Backcast> backcast = backcast(all, month, now);
    List<Forecast.Value> values =
        estimate.hasVerdict()
            ? WonValues.of(all, Window.first(month, zone), now).stream()
                .map(worth -> value(estimate, worth))
                .toList()
            : List.of();
    return new Forecast(
        month.toString(),
        now,
        estimate.hasVerdict() ? figures(estimate.deals(), error(backcast)) : null,
        values,
        basis(estimate),
        targets(estimate, values, all, now),
        backcast,
        estimate.thin());
  }

  private static Forecast.Figures figures(Band band, @Nullable Double error) {
    return new Forecast.Figures(
        Band.rounded(band.expected(), 1),
        Band.rounded(band.low(), 1),
        Band.rounded(band.high(), 1),
        error);
  }

  private static Forecast.Value value(MonthEstimate estimate, WonValues worth) {
    Band band = estimate.value(worth.already(), worth.mean(), worth.spread());
    return new Forecast.Value(
        worth.currency(),
        Band.rounded(band.expected(), 2),
        Band.rounded(band.low(), 2),
        Band.rounded(band.high(), 2),
        Band.rounded(worth.mean(), 2));
  }

  private static Forecast.Basis basis(MonthEstimate estimate) {
    Arrivals arrivals = estimate.arrivals();
    return new Forecast.Basis(
        estimate.won(),
        estimate.ratios(),
        arrivals == null ? null : Band.rounded(arrivals.perDay() * arrivals.days(), 1),
        arrivals == null ? null : Band.rounded(arrivals.expected(), 1));
  }

  /** Made so many months earlier, about a month as far ahead, the newest first. */
  private List<Forecast.Backcast> backcast(List<HandoffPath> all, YearMonth month, Instant now) {
    List<Forecast.Backcast> earlier = new ArrayList<>();
    for (int back = 1; earlier.size() < BACKCASTS && back <= 12 * LOOKED_BACK_YEARS; back++) {
      YearMonth past = month.minusMonths(back);
      Instant end = Window.first(past.plusMonths(1), zone);
      if (end.isAfter(now)) {
        continue;
      }
      Instant then = now.atZone(zone).minusMonths(back).toInstant();
      MonthEstimate estimate = MonthEstimate.of(all, past, then, zone);
      if (!estimate.hasVerdict()) {
        break;
      }
      Instant first = Window.first(past, zone);
      long actual =
          all.stream()
              .filter(path -> path.wonBetween(first.minusNanos(1), end.minusNanos(1)))
              .count();
      Forecast.Figures said = figures(estimate.deals(), null);
      earlier.add(
          new Forecast.Backcast(past.toString(), said.expected(), said.low(), said.high(), actual));
    }
    return earlier;
  }

  private static @Nullable Double error(List<Forecast.Backcast> backcast) {
    long won = backcast.stream().mapToLong(Forecast.Backcast::actual).sum();
    double missed =
        backcast.stream()
            .mapToDouble(one -> Math.abs(one.expected().doubleValue() - one.actual()))
            .sum();
    return won == 0 ? null : Double.valueOf(missed / won);
  }

  private List<Forecast.Target> targets(
      MonthEstimate estimate, List<Forecast.Value> values, List<HandoffPath> all, Instant now) {
    Optional<Double> everWon = everWon(all, now);
    List<Forecast.Target> covered = new ArrayList<>();
    targets
        .targets()
        .forEach(
            (of, target) -> {
              boolean deals = of.equals(ForecastTargets.DEALS);
              Optional<Forecast.Value> value =
                  values.stream().filter(one -> one.currency().equals(of)).findFirst();
              Double expected =
                  !estimate.hasVerdict()
                      ? null
                      : deals
                          ? Double.valueOf(estimate.deals().expected())
                          : value.map(one -> one.expected().doubleValue()).orElse(0.0);
              double worth = deals ? 1 : value.map(one -> one.meanDeal().doubleValue()).orElse(0.0);
              covered.add(covered(of, target, expected, worth * everWon.orElse(0.0)));
            });
    return covered;
  }

  private static Forecast.Target covered(
      String of, long target, @Nullable Double expected, double worthOfAnMql) {
    if (expected == null) {
      return new Forecast.Target(of, target, null, null);
    }
    double gap = Math.max(0, target - expected);
    Long needed =
        gap == 0
            ? Long.valueOf(0)
            : worthOfAnMql == 0 ? null : Long.valueOf((long) Math.ceil(gap / worthOfAnMql));
    return new Forecast.Target(of, target, expected / target, needed);
  }

  /** The share of MQLs that were won, of those of which nothing more is to be expected. */
  private static Optional<Double> everWon(List<HandoffPath> all, Instant now) {
    List<HandoffPath> settled =
        all.stream().filter(path -> !path.mql().plus(SETTLED).isAfter(now)).toList();
    long won = settled.stream().filter(path -> path.reached().containsKey(Stage.CUSTOMER)).count();
    return settled.size() < StageRatio.ENOUGH
        ? Optional.empty()
        : Optional.of((double) won / settled.size());
  }
}
