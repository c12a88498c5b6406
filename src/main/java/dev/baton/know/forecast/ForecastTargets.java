package dev.baton.know.forecast;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Targets of a month.
 *
 * @param targets of {@code deals}, or of a currency such as {@code EUR}
 */
@ConfigurationProperties("baton.forecast")
public record ForecastTargets(Map<String, Long> targets) {
  static final String DEALS = "deals";

  public ForecastTargets(@Nullable Map<String, Long> targets) {
    this.targets = targets == null ? Map.of() : new TreeMap<>(targets);
    this.targets.forEach(
        (of, target) -> {
          if ((!of.equals(DEALS) && !of.matches("[A-Z]{3}")) || target < 1) {
            throw new IllegalArgumentException(
                "baton.forecast.targets.%s: deals or a currency such as EUR, and a whole number from 1"
                    .formatted(of));
          }
        });
  }
}
