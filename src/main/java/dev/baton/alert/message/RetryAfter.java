package dev.baton.alert.message;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header with which a peer says how long to leave it alone: whole seconds, or a date. */
public final class RetryAfter {
  private static final long USUAL = 30;
  private static final long MOST = 3600;

  /** A peer's dates are of its own clock, whatever time it is here. */
  private static final Clock REAL_TIME = Clock.systemUTC();

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  /** Half a minute when nothing sensible is said, an hour at most. */
  public static Duration parse(@Nullable String header) {
    String said = header == null ? "" : header.trim();
    return Duration.ofSeconds(Math.max(1, Math.min(seconds(said), MOST)));
  }

  private static long seconds(String said) {
    if (said.matches("\\d+")) {
      return said.length() > 9 ? MOST : Long.parseLong(said);
    }
    try {
      return Duration.between(REAL_TIME.instant(), ZonedDateTime.parse(said, DATE)).toSeconds();
    } catch (DateTimeException e) {
      return USUAL;
    }
  }
}
