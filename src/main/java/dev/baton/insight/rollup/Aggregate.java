package dev.baton.insight.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aggregate of one key and measure: a count, with a sum of money or durations where it has them.
 */
public final class Aggregate {
  private long n;
  private @Nullable BigDecimal amount;
  private @Nullable DurationHistogram histogram;
  private final List<Double> durations = new ArrayList<>();

  public void add(long more, @Nullable BigDecimal money) {
    n += more;
    if (money != null) {
      amount = amount == null ? money : amount.add(money);
    }
  }

  /** A row of the roll-up may have none. */
  public void add(byte @Nullable [] hours) {
    if (hours != null) {
      histogram().add(hours);
    }
  }

  public void add(double hours, int weight) {
    histogram().add(hours, weight);
  }

  /** One duration as it is, to be read instead of a histogram. */
  public void add(double hours) {
    durations.add(hours);
  }

  public Aggregate add(Aggregate other) {
    add(other.n, other.amount);
    if (other.histogram != null) {
      histogram().add(other.histogram);
    }
    durations.addAll(other.durations);
    return this;
  }

  public long n() {
    return n;
  }

  public @Nullable BigDecimal amount() {
    return amount;
  }

  /** Of the durations in hours, between the two nearest of them; null without any. */
  public @Nullable Double percentile(double share) {
    if (durations.isEmpty()) {
      return histogram == null ? null : histogram.percentile(share);
    }
    List<Double> sorted = durations.stream().sorted().toList();
    double rank = share * (sorted.size() - 1);
    int below = (int) Math.floor(rank);
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (high - low) * (rank - below);
  }

  private DurationHistogram histogram() {
    if (histogram == null) {
      histogram = new DurationHistogram();
    }
    return histogram;
  }

  public byte @Nullable [] encodedHistogram() {
    return histogram == null ? null : histogram.encoded();
  }
}
