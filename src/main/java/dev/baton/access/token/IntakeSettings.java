package dev.baton.access.token;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the intake of signals.
 *
 * @param tokens entries {@code name:token} of machines that send them
 * @param callsAMinute of a token that says nothing else, on each node
 */
@ConfigurationProperties("baton.intake")
record IntakeSettings(@DefaultValue List<String> tokens, @DefaultValue("60000") int callsAMinute) {
  IntakeSettings {
    if (callsAMinute < 1) {
      throw new IllegalArgumentException("baton.intake.calls-a-minute takes 1 or more");
    }
  }
}
