package dev.baton.insight.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Aggregate of one key and measure: a count, with a sum of money or durations where it has them.
 */
public final class Aggregate {
  private long n;
  private BigDecimal amount;
  private DurationHistogram histogram;
  private List<Double> durations;

  void add(long more, BigDecimal money) {
    n += more;
    if (money != null) {
      amount = amount == null ? money : amount.add(money);
    }
  }

  /** A row of the roll-up may have none. */
  void add(byte[] hours) {
    if (hours != null) {
      spread().add(hours);
    }
  }

  void add(double hours, int weight) {
    spread().add(hours, weight);
  }

  /** One duration as it is, to be read instead of a spread. */
  void add(double hours) {
    if (durations == null) {
      durations = new ArrayList<>();
    }
    durations.add(hours);
  }

  public Aggregate add(Aggregate other) {
    add(other.n, other.amount);
    if (other.histogram != null) {
      spread().add(other.histogram);
    }
    if (other.durations != null) {
      other.durations.forEach(this::add);
    }
    return this;
  }

  public long n() {
    return n;
  }

  public BigDecimal amount() {
    return amount;
  }

  /** Of the durations in hours, between the two nearest of them; null without any. */
  public Double percentile(double share) {
    if (durations == null) {
      return histogram == null ? null : histogram.percentile(share);
    }
    List<Double> sorted = durations.stream().sorted().toList();
    double rank = share * (sorted.size() - 1);
    int below = (int) Math.floor(rank);
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (high - low) * (rank - below);
  }

  private DurationHistogram spread() {
    if (histogram == null) {
      histogram = new DurationHistogram();
    }
    return histogram;
  }

  byte[] encodedSpread() {
    return histogram == null ? null : histogram.encoded();
  }
}
