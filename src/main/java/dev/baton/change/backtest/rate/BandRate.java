package dev.baton.change.backtest.rate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many handoffs of a band became SQL, of those old enough to tell.
 *
 * @param rate between 0 and 1; null without cases
 * @param interval in which the true rate lies with 95 %; null without cases
 * @param verdict {@code low}, {@code usual} or {@code high}; null below 30 cases
 */
public record BandRate(
    String band,
    long mql,
    long sql,
    @Nullable BigDecimal rate,
    @Nullable RateInterval interval,
    @Nullable String verdict) {}
