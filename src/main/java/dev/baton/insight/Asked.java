package dev.baton.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Reads the parameters of one request and collects what is wrong with them. */
final class Asked {
  /** One thing wrong with one parameter. */
  record Wrong(String field, String message) {}

  private final ZoneId zone;
  private final List<Wrong> errors = new ArrayList<>();

  Asked(ZoneId zone) {
    this.zone = zone;
  }

  <W extends Enum<W>> W word(String field, String text, W otherwise) {
    W word = word(field, text, otherwise.getDeclaringClass());
    return word == null ? otherwise : word;
  }

  /** Null when it was left out. */
  <W extends Enum<W>> W word(String field, String text, Class<W> type) {
    if (absent(text)) {
      return null;
    }
    return Words.find(type, text)
        .orElseGet(() -> wrong(field, "must be one of " + Words.all(type), null));
  }

  /** One of a few words; {@code otherwise} when it was left out. */
  String choice(String field, String text, List<String> allowed, String otherwise) {
    if (absent(text)) {
      return otherwise;
    }
    return allowed.contains(text)
        ? text
        : wrong(field, "must be one of " + String.join(", ", allowed), otherwise);
  }

  /** Counted from 0. */
  int page(String text) {
    if (absent(text)) {
      return 0;
    }
    return text.matches("\\d{1,6}")
        ? Integer.parseInt(text)
        : wrong("page", "must be a whole number from 0", 0);
  }

  static String orNull(String text) {
    return absent(text) ? null : text;
  }

  /** As {@link #range}, but a chart needs a beginning and an end. */
  Range range(String from, String to, Range otherwise) {
    Range asked = range(from, to);
    Range bounded =
        new Range(
            absent(from) ? otherwise.from() : asked.from(),
            absent(to) ? otherwise.to() : asked.to());
    return bounded.from().isAfter(bounded.to())
        ? wrong("to", "must not be before from", otherwise)
        : bounded;
  }

  void check(boolean holds, String field, String message) {
    if (!holds) {
      wrong(field, message, null);
    }
  }

  Range range(String from, String to) {
    Instant start = instant("from", from, Range.EVERYTHING.from());
    Instant end = instant("to", to, Range.EVERYTHING.to());
    if (start.isAfter(end) && errors.isEmpty()) {
      wrong("to", "must not be before from", end);
    }
    return new Range(start, end).withinReach();
  }

  /** Refuses a request with a wrong parameter, naming all of them. */
  void refuse() {
    if (errors.isEmpty()) {
      return;
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_ENTITY, "The question cannot be answered as it is asked.");
    problem.setProperty("errors", errors);
    throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
  }

  private Instant instant(String field, String text, Instant otherwise) {
    if (absent(text)) {
      return otherwise;
    }
    try {
      // A + that was not encoded in the address arrives as a blank.
      return text.contains("T")
          ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return wrong(
          field,
          "must be a date such as 2026-11-01 or an instant with offset such as"
              + " 2026-11-01T08:00:00Z",
          otherwise);
    }
  }

  private static boolean absent(String text) {
    return text == null || text.isBlank();
  }

  private <T> T wrong(String field, String message, T otherwise) {
    errors.add(new Wrong(field, message));
    return otherwise;
  }
}
