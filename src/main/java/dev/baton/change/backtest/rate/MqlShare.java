package dev.baton.change.backtest.rate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many leads are MQLs.
 *
 * @param share of the leads, between 0 and 1; null without leads
 */
public record MqlShare(long mql, @Nullable BigDecimal share) {
  public static MqlShare of(long mql, long leads) {
    return new MqlShare(mql, Shares.of(mql, leads));
  }
}
