package dev.baton.handoff;

import dev.baton.handoff.AnswerRefused.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Reads the fields of an answer, from any door, and collects what is wrong with them. */
public class Fields {
  private static final int LONGEST_NOTE = 4000;

  private final Map<String, Object> values;
  private final List<FieldError> errors = new ArrayList<>();

  public Fields(Map<String, Object> values) {
    this.values = values;
  }

  /** Throws the refusal that names all wrong fields, if there are any. */
  public void check() {
    if (!errors.isEmpty()) {
      throw AnswerRefused.invalid(List.copyOf(errors));
    }
  }

  public void wrong(String field, String message) {
    errors.add(new FieldError(field, message, null));
  }

  Object raw(String field) {
    return values.get(field);
  }

  public String text(String field) {
    Object value = values.get(field);
    String text = value == null ? "" : value.toString().trim();
    if (text.length() > LONGEST_NOTE) {
      wrong(field, "longer than %d characters".formatted(LONGEST_NOTE));
    }
    if (text.indexOf('\0') >= 0) {
      wrong(field, "contains a NUL character");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  public String requiredText(String field, String sentence, int longest) {
    String text = text(field);
    if (text == null) {
      wrong(field, sentence);
    } else if (text.length() > longest) {
      wrong(field, "longer than %d characters".formatted(longest));
    }
    return text;
  }

  public String oneOf(String field, List<String> allowed) {
    String text = text(field);
    if (text == null || !allowed.contains(text)) {
      errors.add(
          new FieldError(
              field,
              (text == null ? "say one of " : "'" + text + "' is not one of ")
                  + String.join(", ", allowed),
              allowed));
    }
    return text;
  }

  String optionalOneOf(String field, List<String> allowed) {
    return text(field) == null ? null : oneOf(field, allowed);
  }

  /** True, false, or null when absent. */
  Boolean bool(String field) {
    Object value = values.get(field);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    wrong(field, "true or false");
    return null;
  }

  Instant instant(String field) {
    Object value = values.get(field);
    if (value instanceof Date date) {
      return date.toInstant();
    }
    String text = text(field);
    try {
      return text == null ? null : inOurTime(OffsetDateTime.parse(text)).toInstant();
    } catch (DateTimeException e) {
      wrong(field, "not an instant with offset, such as 2026-11-22T09:30:00+01:00");
      return null;
    }
  }

  /** A slip such as the year 20266 is refused and not stored. */
  private static <T extends TemporalAccessor> T inOurTime(T when) {
    int year = when.get(ChronoField.YEAR);
    if (year < 1970 || year > 2200) {
      throw new DateTimeException("The year %d".formatted(year));
    }
    return when;
  }

  static boolean isDay(String text) {
    try {
      inOurTime(LocalDate.parse(text));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  LocalDate date(String field) {
    Object value = values.get(field);
    if (value instanceof Date date) {
      return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
    String text = text(field);
    try {
      return text == null ? null : inOurTime(LocalDate.parse(text));
    } catch (DateTimeException e) {
      wrong(field, "not a date, such as 2026-12-24");
      return null;
    }
  }

  /** A whole number; null when absent or wrong. */
  Integer number(String field, int least, int most) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.valueOf(text);
    }
    wrong(field, "a whole number from %d to %d".formatted(least, most));
    return null;
  }

  /** An amount of money with at most two decimals, 0 or more; null when absent. */
  BigDecimal amount(String field) {
    String text = text(field);
    try {
      BigDecimal amount = text == null ? null : new BigDecimal(text);
      if (amount == null) {
        return null;
      }
      if (amount.signum() < 0 || amount.precision() - amount.scale() > 13) {
        throw new NumberFormatException();
      }
      return amount.setScale(2, java.math.RoundingMode.UNNECESSARY);
    } catch (NumberFormatException e) {
      wrong(field, "not an amount, such as 12500 or 12500.50");
    } catch (ArithmeticException e) {
      wrong(field, "more than two decimals");
    }
    return null;
  }

  String currency(String field) {
    String text = text(field);
    try {
      return Currency.getInstance(text == null ? "" : text).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      wrong(field, "not an ISO 4217 currency, such as EUR");
      return null;
    }
  }
}
