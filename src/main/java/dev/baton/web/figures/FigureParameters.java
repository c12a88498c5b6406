package dev.baton.web.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Request parameters of pages with figures; what makes no sense is ignored. */
record FigureParameters(
    String range,
    String from,
    String to,
    String by,
    String basis,
    String key,
    String stage,
    String clock,
    String verdict,
    String reason,
    String start,
    String goal,
    String page) {

  DateRange span(Instant now, ZoneId zone) {
    return DateRange.of(range, from, to, LocalDate.ofInstant(now, zone), zone);
  }

  int number() {
    return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
  }

  static String orNull(String text) {
    return text == null || text.isBlank() || text.indexOf('\0') >= 0 ? null : text;
  }

  static String among(List<String> allowed, String text, String otherwise) {
    return text != null && allowed.contains(text) ? text : otherwise;
  }

  static <W extends Enum<W>> W word(String text, W otherwise) {
    return word(text, otherwise.getDeclaringClass()).orElse(otherwise);
  }

  static <W extends Enum<W>> Optional<W> word(String text, Class<W> type) {
    return Arrays.stream(type.getEnumConstants()).filter(word -> of(word).equals(text)).findFirst();
  }

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
