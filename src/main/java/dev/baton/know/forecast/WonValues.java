package dev.baton.know.forecast;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What deals of one currency were worth in the year before an instant, a deal in another currency
 * counting nothing.
 *
 * @param already won between the beginning of the month and the instant
 */
record WonValues(String currency, double already, double mean, double spread) {
  private static final Duration YEAR = Duration.ofDays(365);

  static List<WonValues> of(List<HandoffPath> paths, Instant first, Instant at) {
    List<HandoffPath> won =
        paths.stream().filter(path -> path.wonBetween(at.minus(YEAR), at)).toList();
    TreeSet<String> currencies = new TreeSet<>();
    won.stream()
        .filter(path -> path.amount() != null)
        .map(HandoffPath::currency)
        .filter(Objects::nonNull)
        .forEach(currencies::add);
    return currencies.stream().map(currency -> of(currency, won, first, at)).toList();
  }

  private static WonValues of(String currency, List<HandoffPath> won, Instant first, Instant at) {
    double[] worth = won.stream().mapToDouble(path -> worth(path, currency)).toArray();
    double mean = Arrays.stream(worth).average().orElse(0);
    double square = Arrays.stream(worth).map(one -> (one - mean) * (one - mean)).sum();
    double already =
        won.stream()
            .filter(path -> path.wonBetween(first.minusNanos(1), at))
            .mapToDouble(path -> worth(path, currency))
            .sum();
    return new WonValues(currency, already, mean, Math.sqrt(square / worth.length));
  }

  private static double worth(HandoffPath path, String currency) {
    BigDecimal amount = path.amount();
    return amount == null || !currency.equals(path.currency()) ? 0 : amount.doubleValue();
  }
}
