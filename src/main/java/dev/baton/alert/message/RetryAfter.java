package dev.baton.alert.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The header with which a peer says how long to leave it alone, in whole seconds. */
public final class RetryAfter {
  private static final long USUAL = 30;
  private static final long MOST = 3600;

  private RetryAfter() {}

  /** Half a minute when nothing sensible is said, an hour at most. */
  public static Duration parse(@Nullable String header) {
    String seconds = header == null ? "" : header.trim();
    long wait = seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : USUAL;
    return Duration.ofSeconds(Math.max(1, Math.min(wait, MOST)));
  }
}
