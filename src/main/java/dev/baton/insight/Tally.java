package dev.baton.insight;

import java.math.BigDecimal;

/** One count of one key, with a sum of money or a spread of hours where it has one. */
final class Tally {
  private long n;
  private BigDecimal amount;
  private Spread spread;

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

  Tally add(Tally other) {
    add(other.n, other.amount);
    if (other.spread != null) {
      spread().add(other.spread);
    }
    return this;
  }

  long n() {
    return n;
  }

  BigDecimal amount() {
    return amount;
  }

  /** Empty when none was added. */
  Spread spread() {
    if (spread == null) {
      spread = new Spread();
    }
    return spread;
  }

  byte[] encodedSpread() {
    return spread == null ? null : spread.encoded();
  }
}
