package dev.baton.know.forecast;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be won in a month, as it could be known at an instant: what is won already, what the
 * open handoffs give by stage and age, and what comes of MQLs that are still to come. Nothing that
 * happened after the instant is looked at.
 *
 * @param won in the month before the instant
 * @param arrivals null where too little is known of how MQLs come
 * @param thin sentences about what is too little for a verdict; then there is none
 */
record MonthEstimate(
    long won, List<StageRatio> ratios, @Nullable Arrivals arrivals, List<String> thin) {
  /** Four of five months should lie in the band. */
  private static final double BAND = 1.2815515655446004;

  static MonthEstimate of(List<HandoffPath> all, YearMonth month, Instant at, ZoneId zone) {
    List<HandoffPath> known = all.stream().filter(path -> !path.mql().isAfter(at)).toList();
    Window window = Window.of(month, at, zone);
    Instant first = Window.first(month, zone);
    long won =
        known.stream()
            .filter(path -> !first.isAfter(at) && path.wonBetween(first.minusNanos(1), at))
            .count();
    List<StageRatio> ratios = StageRatios.of(known, at, window);
    Arrivals arrivals = Arrivals.of(known, at, window);
    List<String> thin = new ArrayList<>();
    ratios.stream()
        .filter(ratio -> !ratio.isEnough())
        .forEach(
            ratio ->
                thin.add(
                    "%d of stage %s are open, and only %d earlier ones are old enough to compare with; it takes %d"
                        .formatted(ratio.open(), ratio.stage(), ratio.cases(), StageRatio.ENOUGH)));
    if (arrivals == null) {
      thin.add(
          "It takes four weeks of MQLs, and %d of them that are old enough, to say what is still to come"
              .formatted(StageRatio.ENOUGH));
    }
    return new MonthEstimate(won, ratios, arrivals, thin);
  }

  boolean hasVerdict() {
    return thin.isEmpty();
  }

  /** Of what is still to come, beyond what is won. */
  double rest() {
    return ratios.stream().mapToDouble(StageRatio::expected).sum()
        + (arrivals == null ? 0 : arrivals.expected());
  }

  double variance() {
    return ratios.stream().mapToDouble(StageRatio::variance).sum()
        + (arrivals == null ? 0 : arrivals.chance());
  }

  Band deals() {
    double reach = BAND * Math.sqrt(variance());
    double expected = won + rest();
    return new Band(expected, Math.max((double) won, expected - reach), expected + reach);
  }

  /** Of money: so much already won, and deals of this mean and spread. */
  Band value(double already, double mean, double spread) {
    double reach = BAND * Math.sqrt(mean * mean * variance() + rest() * spread * spread);
    double expected = already + rest() * mean;
    return new Band(expected, Math.max(already, expected - reach), expected + reach);
  }
}
