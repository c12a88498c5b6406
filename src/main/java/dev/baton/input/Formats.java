package dev.baton.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;

/**
 * Formats of values in texts; what doesn't have its format is an {@link IllegalArgumentException}.
 */
final class Formats {
  private static final int MOST_DIGITS = 13;

  private Formats() {}

  /** An amount of money with at most two decimals, 0 or more. */
  static BigDecimal amount(String text) {
    BigDecimal amount;
    try {
      amount = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw noAmount();
    }
    if (amount.signum() < 0 || (long) amount.precision() - amount.scale() > MOST_DIGITS) {
      throw noAmount();
    }
    if (amount.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("more than two decimals");
    }
    return amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  private static IllegalArgumentException noAmount() {
    return new IllegalArgumentException("not an amount, such as 12500 or 12500.50");
  }

  static String currency(String text) {
    try {
      return Currency.getInstance(text).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an ISO 4217 currency, such as EUR");
    }
  }

  static LocalDate day(String text) {
    try {
      return inOurTime(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date, such as 2026-12-24");
    }
  }

  /** A slip such as the year 20266 is refused and not stored. */
  static <T extends TemporalAccessor> T inOurTime(T when) {
    int year = when.get(ChronoField.YEAR);
    if (year < 1970 || year > 2200) {
      throw new DateTimeException("The year %d".formatted(year));
    }
    return when;
  }
}
