package dev.baton.insight.funnel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Deal values in one currency.
 *
 * @param pipeline of deals opened and neither won nor lost yet; null without any
 * @param won null without any
 */
public record DealSum(String currency, @Nullable BigDecimal pipeline, @Nullable BigDecimal won) {}
