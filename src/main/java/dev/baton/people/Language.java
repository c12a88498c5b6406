package dev.baton.people;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Language in which a person reads messages: how it writes times and days, and the column of the
 * table of texts.
 */
public enum Language {
  EN(Locale.ENGLISH, "English", "EEE d MMM, HH:mm", "d MMMM yyyy"),
  DE(Locale.GERMAN, "Deutsch", "EEE, d. MMM, HH:mm 'Uhr'", "d. MMMM yyyy");

  /** Those of the territory {@code dach} as it ships. */
  private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

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

  /**
   * The language in which a lead is written: the one that it named, else its country's. Who named
   * one that isn't here reads English.
   *
   * @param told as senders write it, such as {@code de}, {@code de-AT} or {@code German}
   * @param country by ISO 3166, upper or lower case
   */
  public static Language ofLead(Optional<String> told, Optional<String> country) {
    return told.map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                Arrays.stream(values()).filter(each -> each.isCalled(word)).findFirst().orElse(EN))
        .orElseGet(
            () ->
                country
                    .map(code -> code.strip().toUpperCase(Locale.ROOT))
                    .filter(GERMAN_SPEAKING::contains)
                    .map(code -> DE)
                    .orElse(EN));
  }

  private boolean isCalled(String word) {
    return word.split("[-_]", 2)[0].equals(code())
        || word.equals(title.toLowerCase(Locale.ROOT))
        || word.equals(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
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
