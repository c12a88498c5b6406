package dev.baton.insight.sla;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Targets of compliance: how many percent of what is due is to be met, by clock.
 *
 * @param targets by clock; {@code total} holds for all clocks together and each that isn't named
 */
@ConfigurationProperties("baton.sla")
public record ComplianceTargets(Map<String, Integer> targets) {
  private static final String TOTAL = "total";
  private static final int USUAL = 90;

  public ComplianceTargets(@Nullable Map<String, Integer> targets) {
    this.targets = targets == null ? Map.of() : Map.copyOf(targets);
    this.targets.forEach(
        (clock, percent) -> {
          if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException(
                "baton.sla.targets.%s: a percentage from 1 to 100".formatted(clock));
          }
        });
  }

  /** In percent; null: of all clocks of people together. */
  public int of(@Nullable String clock) {
    int total = targets.getOrDefault(TOTAL, USUAL);
    return clock == null ? total : targets.getOrDefault(clock, total);
  }
}
