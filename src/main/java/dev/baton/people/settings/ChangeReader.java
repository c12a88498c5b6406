package dev.baton.people.settings;

import dev.baton.input.FieldReader;
import dev.baton.input.TextPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reader of a change to a person, a team or a calendar: what is not sent stays as it is stored,
 * what is sent as null is taken away.
 */
class ChangeReader {
  private static final int LAST_YEAR = 2200;

  private final FieldReader fields;

  ChangeReader(Map<String, Object> fields) {
    this.fields = FieldReader.ofJson(fields);
  }

  FieldReader fields() {
    return fields;
  }

  void wrong(String field, String message) {
    fields.wrong(field, message);
  }

  void missing(String field, String message) {
    fields.missing(field, message);
  }

  void check(String detail) {
    fields.check(detail);
  }

  @Nullable String text(String field, @Nullable String stored, int longest) {
    return fields.has(field) ? fields.text(field, longest) : stored;
  }

  /** Empty when it is missing, which is told. */
  String required(String field, @Nullable String stored, int longest, String sentence) {
    String text = text(field, stored, longest);
    if (text == null) {
      missing(field, sentence);
      return "";
    }
    if (!TextPolicy.oneLine(text).equals(text)) {
      wrong(field, "on one line, please");
    }
    return text;
  }

  /** The stored one may stay although nobody could choose it any more. */
  @Nullable String oneOf(String field, @Nullable String stored, Collection<String> allowed) {
    boolean stays = !fields.has(field) || (stored != null && stored.equals(fields.raw(field)));
    return stays ? stored : fields.optionalOneOf(field, List.copyOf(allowed));
  }

  Optional<String> requiredOneOf(String field, Optional<String> stored, List<String> allowed) {
    return fields.has(field) || stored.isEmpty()
        ? Optional.ofNullable(fields.oneOf(field, allowed))
        : stored;
  }

  @Nullable Integer number(String field, @Nullable Integer stored, int least, int most) {
    return fields.has(field) ? fields.number(field, least, most) : stored;
  }

  boolean flag(String field, boolean stored) {
    if (!fields.has(field)) {
      return stored;
    }
    Boolean flag = fields.bool(field);
    if (flag == null) {
      missing(field, "true or false");
    }
    return Boolean.TRUE.equals(flag);
  }

  @Nullable ZoneId zone(String field, @Nullable ZoneId stored) {
    return fields.has(field) ? fields.parsed(field, ChangeReader::zone) : stored;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time zone, such as Europe/Berlin");
    }
  }

  @Nullable Instant instant(String field) {
    return fields.parsed(field, ChangeReader::instantOf);
  }

  private static Instant instantOf(String text) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text);
      if (at.getYear() <= LAST_YEAR) {
        return at.toInstant();
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "not an instant with offset, such as 2026-11-30T09:00:00+01:00");
  }

  /** A whole minute of a day. */
  @Nullable LocalTime time(String field) {
    return fields.parsed(field, ChangeReader::minute);
  }

  private static LocalTime minute(String text) {
    try {
      LocalTime time = LocalTime.parse(text);
      if (time.getSecond() == 0 && time.getNano() == 0) {
        return time;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new IllegalArgumentException("not a time of day, such as 13:00");
  }

  /** Words such as skills. */
  Collection<String> words(String field, Collection<String> stored, int longest) {
    List<String> words = fields.has(field) ? fields.words(field, longest) : null;
    return words == null ? stored : words;
  }
}
