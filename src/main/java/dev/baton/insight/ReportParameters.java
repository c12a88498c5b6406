package dev.baton.insight;

import dev.baton.input.EnumWords;
import dev.baton.input.FieldReader;
import dev.baton.insight.rollup.InstantRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reader of the parameters of a report; what was left out has a usual value. */
public final class ReportParameters {
  private final Map<String, @Nullable String> values = new HashMap<>();
  private final FieldReader fields = new FieldReader(values);
  private final ZoneId zone;

  public ReportParameters(ZoneId zone) {
    this.zone = zone;
  }

  public ReportParameters with(String field, @Nullable String value) {
    values.put(field, value);
    return this;
  }

  public <W extends Enum<W>> W word(String field, W otherwise) {
    return word(field, otherwise.getDeclaringClass()).orElse(otherwise);
  }

  <W extends Enum<W>> Optional<W> word(String field, Class<W> type) {
    String text = fields.text(field);
    Optional<W> word = EnumWords.find(type, text);
    if (text != null && word.isEmpty()) {
      fields.wrong(field, "must be one of " + EnumWords.all(type));
    }
    return word;
  }

  /** One of a few words. */
  public String choice(String field, List<String> allowed, String otherwise) {
    String text = fields.text(field);
    if (text == null) {
      return otherwise;
    }
    return allowed.contains(text)
        ? text
        : wrong(field, "must be one of " + String.join(", ", allowed), otherwise);
  }

  /** Counted from 0. */
  public int page() {
    String text = fields.text("page");
    if (text == null) {
      return 0;
    }
    return text.matches("\\d{1,6}")
        ? Integer.parseInt(text)
        : wrong("page", "must be a whole number from 0", 0);
  }

  public @Nullable String text(String field) {
    return fields.text(field);
  }

  public void check(boolean holds, String field, String message) {
    if (!holds) {
      fields.wrong(field, message);
    }
  }

  public InstantRange range() {
    Instant from = instant("from", InstantRange.EVERYTHING.from());
    Instant to = instant("to", InstantRange.EVERYTHING.to());
    if (from.isAfter(to) && fields.errors().isEmpty()) {
      fields.wrong("to", "must not be before from");
    }
    return new InstantRange(from, to).withinReach();
  }

  /** As {@link #range()}, but a chart needs a beginning and an end. */
  InstantRange range(InstantRange otherwise) {
    InstantRange asked = range();
    InstantRange bounded =
        new InstantRange(
            isAbsent("from") ? otherwise.from() : asked.from(),
            isAbsent("to") ? otherwise.to() : asked.to());
    return bounded.from().isAfter(bounded.to())
        ? wrong("to", "must not be before from", otherwise)
        : bounded;
  }

  private boolean isAbsent(String field) {
    String value = values.get(field);
    return value == null || value.isBlank();
  }

  private Instant instant(String field, Instant otherwise) {
    Instant instant = fields.parsed(field, text -> instant(text, zone));
    return instant == null ? otherwise : instant;
  }

  /**
   * A day, which begins in this zone, or an instant with its offset.
   *
   * @throws IllegalArgumentException for anything else, with the sentence for whoever asked
   */
  public static Instant instant(String text, ZoneId zone) {
    try {
      // A + that was not encoded in the address arrives as a blank.
      OffsetDateTime instant =
          text.contains("T")
              ? OffsetDateTime.parse(text.replace(' ', '+'))
              : LocalDate.parse(text).atStartOfDay(zone).toOffsetDateTime();
      if (instant.getYear() < 0 || instant.getYear() > 9999) {
        throw new DateTimeException("The year %d".formatted(instant.getYear()));
      }
      return instant.toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be a date such as 2026-11-01 or an instant with offset such as"
              + " 2026-11-01T08:00:00Z");
    }
  }

  /** Ends with the problem that names all wrong parameters, if there are any. */
  public void refuse() {
    fields.check("The question cannot be answered as it is asked.");
  }

  private <T> T wrong(String field, String message, T otherwise) {
    fields.wrong(field, message);
    return otherwise;
  }
}
