package dev.baton.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instant in a text, in any form that can't be misunderstood: ISO 8601 with an offset ({@code
 * +01:00}, {@code +0100}, {@code +01}, {@code Z}, {@code UTC}), or the milliseconds since 1970.
 */
public final class InstantText {
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  /** Fewer digits may be seconds, and nobody knows which. */
  private static final Pattern MILLISECONDS = Pattern.compile("(\\d{12,13})(?:\\.\\d+)?");

  /** As databases print it. */
  private static final Pattern UTC = Pattern.compile("(?<=\\d) ?(?:UTC|GMT)$");

  private static final Pattern BLANK_BEFORE_TIME = Pattern.compile("(?<=^\\d{4}-\\d\\d-\\d\\d) ");

  private InstantText() {}

  /** What is none is an {@link IllegalArgumentException} with a phrase. */
  public static Instant parse(String text) {
    try {
      Matcher milliseconds = MILLISECONDS.matcher(text);
      OffsetDateTime when =
          milliseconds.matches()
              ? Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1))).atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(
                  UTC.matcher(BLANK_BEFORE_TIME.matcher(text).replaceFirst("T")).replaceFirst("Z"),
                  WITH_OFFSET);
      return Formats.inOurTime(when).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "not an instant with offset, such as 2026-11-22T09:30:00+01:00", e);
    }
  }
}
