package dev.baton.handoff.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one clock may be paused (rule R14).
 *
 * @param most how many times
 * @param longest all its pauses together
 */
@ConfigurationProperties("baton.pause")
public record PauseLimits(@DefaultValue("2") int most, @DefaultValue("72h") Duration longest) {

  public PauseLimits {
    if (most < 0 || longest.isNegative()) {
      throw new IllegalArgumentException("baton.pause: most and longest are not below 0");
    }
  }
}
