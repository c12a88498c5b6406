package dev.baton.change;

import dev.baton.input.FieldReader;
import dev.baton.input.InstantText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Range of a back-test.
 *
 * @param from inclusive
 * @param to exclusive, not after now
 */
record BackTestRange(Instant from, Instant to) {
  private static final int MONTHS = 3;

  /** Days in UTC or instants; three months up to now where nothing is said (rule R22). */
  static BackTestRange read(Map<String, Object> fields, Instant now) {
    FieldReader given = FieldReader.ofJson(fields);
    Instant to = instant(given, "to", now);
    Instant from =
        instant(given, "from", to.atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant());
    if (to.isAfter(now)) {
      given.wrong("to", "not after now");
    }
    if (!from.isBefore(to)) {
      given.wrong("from", "before the end of the range");
    }
    given.check();
    return new BackTestRange(from, to);
  }

  private static Instant instant(FieldReader given, String field, Instant otherwise) {
    @Nullable Instant instant = given.parsed(field, BackTestRange::parse);
    return instant == null ? otherwise : instant;
  }

  private static Instant parse(String text) {
    return FieldReader.isDay(text)
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : InstantText.parse(text);
  }
}
