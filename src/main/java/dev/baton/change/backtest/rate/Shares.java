package dev.baton.change.backtest.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Parts of a whole, with four digits. */
public final class Shares {
  private static final int DIGITS = 4;

  private Shares() {}

  public static @Nullable BigDecimal of(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
  }

  public static BigDecimal of(double fraction) {
    return BigDecimal.valueOf(fraction).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
