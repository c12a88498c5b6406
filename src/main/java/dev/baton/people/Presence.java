package dev.baton.people;

import dev.baton.input.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Presence: whether a person can be given a lead at an instant.
 *
 * @param until when that ends by itself, or null
 */
public record Presence(State state, @Nullable Instant until) {
  private static final String WHEN = "EEE d MMM, HH:mm";

  /** From never to now. */
  public enum State {
    INACTIVE,
    ABSENT,
    UNRESPONSIVE,
    OFF_SHIFT,
    ON_SHIFT
  }

  public boolean isOnShift() {
    return state == State.ON_SHIFT;
  }

  /** On shift or not. */
  public boolean takesLeads() {
    return state == State.ON_SHIFT || state == State.OFF_SHIFT;
  }

  /** As a person says it in English, on the wall clock of that zone. */
  public String words(ZoneId zone) {
    return words(zone, Locale.ENGLISH);
  }

  /** The same in a language that pages have. */
  public String words(ZoneId zone, Locale locale) {
    return Sentences.in(locale, english(zone, locale));
  }

  private String english(ZoneId zone, Locale locale) {
    String end = until == null ? "" : " until " + when(locale).format(until.atZone(zone));
    return switch (state) {
      case INACTIVE -> "not active any more";
      case ABSENT -> until == null ? "away until they are back" : "away" + end;
      case UNRESPONSIVE -> "paused: missed leads";
      case OFF_SHIFT -> "off shift" + end;
      case ON_SHIFT -> "on shift";
    };
  }

  private static DateTimeFormatter when(Locale locale) {
    return DateTimeFormatter.ofPattern(Sentences.in(locale, WHEN), locale);
  }
}
