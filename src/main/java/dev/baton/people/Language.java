package dev.baton.people;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Language in which a person reads messages: how it writes times and days, and the column of the
 * table of texts.
 */
public enum Language {
  EN(Locale.ENGLISH, "English", "EEE d MMM, HH:mm", "d MMMM yyyy"),
  DE(Locale.GERMAN, "Deutsch", "EEE, d. MMM, HH:mm 'Uhr'", "d. MMMM yyyy");

  private final Locale locale;
  private final String title;
  private final DateTimeFormatter time;
  private final DateTimeFormatter day;

  Language(Locale locale, String title, String time, String day) {
    this.locale = locale;
    this.title = title;
    this.time = DateTimeFormatter.ofPattern(time, locale);
    this.day = DateTimeFormatter.ofPattern(day, locale);
  }

  /** The language of a code such as {@code de}, in small letters. */
  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(Language::code).toList();
  }

  /** By ISO 639, such as {@code de}. */
  public String code() {
    return locale.getLanguage();
  }

  /** What its speakers call it. */
  public String title() {
    return title;
  }

  public Locale locale() {
    return locale;
  }

  /** A moment of this year, on somebody's wall. */
  public DateTimeFormatter time() {
    return time;
  }

  public DateTimeFormatter day() {
    return day;
  }
}
