package dev.baton.change.definition;

import dev.baton.input.FieldReader;
import dev.baton.input.InstantText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which definition somebody asks for.
 *
 * @param from from when differences are told, or null
 */
public record DefinitionRequest(Instant at, @Nullable Instant from) {

  /** Instants, or days that begin in the company's zone; now where nothing is said. */
  public static DefinitionRequest read(
      @Nullable String at, @Nullable String from, Instant now, ZoneId zone) {
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("at", at);
    values.put("from", from);
    FieldReader given = new FieldReader(values);
    DefinitionRequest request =
        new DefinitionRequest(
            instant(given, "at", now, zone, now), instantOrNull(given, "from", now, zone));
    given.check();
    return request;
  }

  private static Instant instant(
      FieldReader given, String field, Instant now, ZoneId zone, Instant otherwise) {
    Instant instant = instantOrNull(given, field, now, zone);
    return instant == null ? otherwise : instant;
  }

  private static @Nullable Instant instantOrNull(
      FieldReader given, String field, Instant now, ZoneId zone) {
    @Nullable Instant instant = given.parsed(field, text -> parse(text, zone));
    if (instant != null && instant.isAfter(now)) {
      given.wrong(field, "nobody knows yet what will be in force then; give an instant up to now");
    }
    return instant;
  }

  private static Instant parse(String text, ZoneId zone) {
    if (FieldReader.isDay(text)) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    try {
      // a + that was not encoded in the address arrives as a blank
      return InstantText.parse(text.replace(' ', '+'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "give a day such as 2026-11-22, or an instant with offset such as"
              + " 2026-11-22T09:30:00+01:00",
          e);
    }
  }
}
