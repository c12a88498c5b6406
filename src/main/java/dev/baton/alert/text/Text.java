package dev.baton.alert.text;

import java.util.Map;

/**
 * Text of a message in no language yet: a row of the table {@code message-text} and what it names.
 *
 * @param row the word by which the table knows it
 * @param values what it names in braces: words, numbers, days, texts of their own, or lists of
 *     these
 */
public record Text(String row, Map<String, Object> values) {
  private static final String AS_WRITTEN = "";

  public Text {
    values = Map.copyOf(values);
  }

  public static Text of(String row, Map<String, ?> values) {
    return new Text(row, Map.copyOf(values));
  }

  /** A text that names nothing. */
  public static Text of(String row) {
    return new Text(row, Map.of());
  }

  /** What a person, a table or another system wrote, in whichever language. */
  public static Text literal(String written) {
    return new Text(AS_WRITTEN, Map.of("", written));
  }

  /** One thing or several of them, which are named as {@code n}. */
  public static Text count(long n, String one, String several) {
    return n == 1 ? of(one) : of(several, Map.of("n", n));
  }

  boolean isLiteral() {
    return row.equals(AS_WRITTEN);
  }
}
