package dev.baton.insight.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.rollup.Fractions;
import org.jspecify.annotations.Nullable;

/**
 * Attempts of one key; the total has none.
 *
 * @param leads that sales accepted
 * @param tried of these, somebody tried to reach them
 * @param reached of these, they spoke or the lead replied
 * @param attempts all of them, contacts included
 * @param untried are open, and nobody has tried within a day of the MQL
 * @param overdue are open, and the date of the next attempt has passed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AttemptRow(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    long leads,
    long tried,
    long reached,
    long attempts,
    long untried,
    long overdue) {

  /** Untried and overdue ones among the leads; null without any. */
  public @Nullable Double getLeakage() {
    return Fractions.of(untried + overdue, leads);
  }

  /** A tried lead; null without any. */
  public @Nullable Double getAttemptsPerLead() {
    return tried == 0 ? null : Math.round(10.0 * attempts / tried) / 10.0;
  }

  /** Reached ones among the tried; null without any. */
  public @Nullable Double getReachRate() {
    return Fractions.of(reached, tried);
  }
}
