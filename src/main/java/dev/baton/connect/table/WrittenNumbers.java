package dev.baton.connect.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and spreadsheets write them, with a decimal point or a decimal comma. */
public final class WrittenNumbers {
  private static final String BLANKS = "[ \u00A0\u2009\u202F'’]";
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})*");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("(?:\\d+|\\d{1,3}(?:\\.\\d{3})+),\\d{1,2}");
  private static final Pattern DECIMAL_POINT =
      Pattern.compile("(?:\\d+|\\d{1,3}(?:,\\d{3})+)\\.\\d{1,2}");

  /** As programs compute them. */
  private static final Pattern COMPUTED = Pattern.compile("\\d+\\.\\d{4,}");

  private static final Pattern PLAIN = Pattern.compile("\\d+");
  private static final Pattern CURRENCY = Pattern.compile("[€$£]|EUR|USD|GBP|CHF");

  private WrittenNumbers() {}

  /** A whole number without what groups its digits; anything else as it is. */
  public static String ungrouped(String text) {
    String tight = text.replaceAll(BLANKS, "");
    return GROUPED.matcher(tight).matches()
        ? tight.replaceAll("[.,]", "")
        : PLAIN.matcher(tight).matches() ? tight : text;
  }

  /**
   * An amount with a decimal point. Three digits behind a point or a comma are thousands: money has
   * two decimals at most; more than three were computed and are rounded.
   */
  public static Optional<String> amount(String text) {
    String tight = CURRENCY.matcher(text.replaceAll(BLANKS, "")).replaceAll("");
    if (PLAIN.matcher(tight).matches()) {
      return Optional.of(tight);
    }
    if (COMPUTED.matcher(tight).matches()) {
      return Optional.of(rounded(new BigDecimal(tight)));
    }
    if (GROUPED.matcher(tight).matches()) {
      return Optional.of(tight.replaceAll("[.,]", ""));
    }
    if (DECIMAL_COMMA.matcher(tight).matches()) {
      return Optional.of(tight.replace(".", "").replace(',', '.'));
    }
    return DECIMAL_POINT.matcher(tight).matches()
        ? Optional.of(tight.replace(",", ""))
        : Optional.empty();
  }

  /** A number of a spreadsheet as an amount; empty where it is below zero. */
  public static Optional<String> computed(String number) {
    BigDecimal amount = new BigDecimal(number);
    return amount.signum() < 0 ? Optional.empty() : Optional.of(rounded(amount));
  }

  private static String rounded(BigDecimal amount) {
    return amount.scale() <= 2
        ? amount.toPlainString()
        : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
