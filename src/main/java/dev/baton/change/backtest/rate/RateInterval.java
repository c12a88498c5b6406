package dev.baton.change.backtest.rate;

import java.math.BigDecimal;

/** Wilson's interval of 95 % around a rate. */
public record RateInterval(BigDecimal low, BigDecimal high) {
  private static final double Z = 1.959963984540054;

  /** Around a share of at least one case. */
  public static RateInterval of(long hits, long cases) {
    double rate = (double) hits / cases;
    double square = Z * Z / cases;
    double middle = rate + square / 2;
    double reach = Z * Math.sqrt((rate * (1 - rate) + square / 4) / cases);
    double low = Math.max(0, (middle - reach) / (1 + square));
    double high = Math.min(1, (middle + reach) / (1 + square));
    return new RateInterval(Shares.of(low), Shares.of(high));
  }
}
