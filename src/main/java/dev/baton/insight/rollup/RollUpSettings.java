package dev.baton.insight.rollup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the roll-up.
 *
 * @param fold how many changes are folded at once: so many take some ten megabytes, more fold
 *     quicker
 * @param exact up to how many durations a percentile is read from the entries, beyond it from the
 *     roll-up
 */
@ConfigurationProperties("baton.insight")
public record RollUpSettings(
    @DefaultValue("20000") int fold, @DefaultValue("" + RollUpQuery.EXACT) int exact) {}
