package dev.baton.insight;

import java.math.BigDecimal;

/**
 * Deal values in one currency.
 *
 * @param dimension the row's key; null for the total
 * @param pipeline of deals opened and neither won nor lost yet; null without any
 * @param won null without any
 */
record DealSum(String dimension, String currency, BigDecimal pipeline, BigDecimal won) {}
