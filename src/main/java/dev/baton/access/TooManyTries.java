package dev.baton.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Refusal of a try that comes too soon after failed ones; whether it is right isn't looked at. */
class TooManyTries extends AuthenticationException {
  private final long seconds;

  /**
   * Refuses a try.
   *
   * @param what was wrong too often, and from where
   */
  TooManyTries(String what, Duration rest) {
    super("%s; try again in %d s. Tries until then change nothing".formatted(what, seconds(rest)));
    this.seconds = seconds(rest);
  }

  /** For {@code Retry-After}. */
  long seconds() {
    return seconds;
  }

  private static long seconds(Duration rest) {
    return rest.plusMillis(999).toSeconds();
  }
}
