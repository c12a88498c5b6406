package dev.baton.alert.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person reads: what would go beyond it waits and is told in one digest (rule R11).
 *
 * @param perHour messages a person, channel and hour of the clock
 */
@ConfigurationProperties("baton.message-budget")
public record MessageBudget(@DefaultValue("10") int perHour) {

  public MessageBudget {
    if (perHour < 1) {
      throw new IllegalArgumentException("baton.message-budget.per-hour: at least one message");
    }
  }
}
