package dev.baton.change.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Parts of a whole, with four digits. */
final class Shares {
  private static final int DIGITS = 4;

  private Shares() {}

  static @Nullable BigDecimal of(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
  }

  static BigDecimal of(double fraction) {
    return BigDecimal.valueOf(fraction).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
