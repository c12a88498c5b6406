package dev.baton.rehearsal.scenario;

import dev.baton.input.InstantText;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time in a scenario, as people write it: {@code +1d4h}, {@code 30m}, or an instant. */
public final class ScenarioTime {
  private static final Pattern SPAN =
      Pattern.compile("\\+?(?:(\\d{1,4})d)?\\s*(?:(\\d{1,5})h)?\\s*(?:(\\d{1,6})m)?");

  private ScenarioTime() {}

  /**
   * A span of time.
   *
   * @throws IllegalArgumentException with a sentence when it is none
   */
  public static Duration span(String text) {
    Matcher parts = SPAN.matcher(text.strip());
    if (text.isBlank() || text.strip().equals("+") || !parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a time such as +2d, +4h, +30m or +1d4h".formatted(text));
    }
    return Duration.ofDays(number(parts, 1))
        .plusHours(number(parts, 2))
        .plusMinutes(number(parts, 3));
  }

  private static long number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** A time from a start on, or an instant that is written out. */
  public static Instant instant(String text, Instant start) {
    return Character.isDigit(text.strip().charAt(0)) && text.contains("T")
        ? InstantText.parse(text)
        : start.plus(span(text));
  }

  /** A span as people write it. */
  public static String words(Duration span) {
    String words =
        (span.toDays() == 0 ? "" : span.toDays() + "d")
            + (span.toHoursPart() == 0 ? "" : span.toHoursPart() + "h")
            + (span.toMinutesPart() == 0 ? "" : span.toMinutesPart() + "m");
    return words.isEmpty() ? "0h" : words;
  }
}
