package dev.baton.connect.table;

import dev.baton.input.InstantText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Order of the parts of a date where a year doesn't come first. */
public enum DateOrder {
  DMY,
  MDY;

  public static final List<String> WORDS = List.of("dmy", "mdy");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,4})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{1,2})\\.?"
              + "(?:[ T,]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?"
              + "\\s*([ap]\\.?\\s?m\\.?)?)?",
          Pattern.CASE_INSENSITIVE);

  public static DateOrder of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The orders that a written date can have; both where it doesn't tell, none where it is none. */
  public static List<DateOrder> possible(String text) {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches() || date.group(1).length() > 2) {
      return List.of(values());
    }
    if (date.group(2).equals(".") || Integer.parseInt(date.group(1)) > 12) {
      return List.of(DMY);
    }
    return Integer.parseInt(date.group(3)) > 12 ? List.of(MDY) : List.of(values());
  }

  /** Whether it would be another day in the other order. */
  public static boolean isAmbiguous(String text) {
    Matcher date = DATE.matcher(text.strip());
    return date.matches()
        && date.group(1).length() <= 2
        && !date.group(1).equals(date.group(3))
        && possible(text).size() > 1;
  }

  /** An instant, a time or a day, which begins at midnight; empty where it is none. */
  public Optional<Instant> read(String text, ZoneId zone) {
    try {
      return Optional.of(InstantText.parse(text));
    } catch (IllegalArgumentException e) {
      return local(text.strip()).map(at -> at.atZone(zone).toInstant());
    }
  }

  private Optional<LocalDateTime> local(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime at = LocalDateTime.of(day(date), time(date));
      return at.getYear() < 1970 || at.getYear() > 2200 ? Optional.empty() : Optional.of(at);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private LocalDate day(Matcher date) {
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    int third = Integer.parseInt(date.group(4));
    if (date.group(1).length() == 4) {
      return LocalDate.of(first, second, third);
    }
    int year = date.group(4).length() == 4 ? third : third + (third < 70 ? 2000 : 1900);
    boolean dayFirst = this == DMY || date.group(2).equals(".");
    return dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
  }

  private static LocalTime time(Matcher date) {
    if (date.group(5) == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(date.group(5));
    String half = date.group(8);
    if (half != null) {
      boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int seconds = date.group(7) == null ? 0 : Integer.parseInt(date.group(7));
    return LocalTime.of(hour, Integer.parseInt(date.group(6)), seconds);
  }
}
