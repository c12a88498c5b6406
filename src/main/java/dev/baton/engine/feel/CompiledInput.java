package dev.baton.engine.feel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expression above a column in one of the common shapes: the name of a variable, its letters in
 * upper or lower case, or how many numbers of a list compare. It has FEEL's value for plain ones,
 * and leaves everything else to FEEL.
 */
public final class CompiledInput {

  /**
   * Value of an expression.
   *
   * @param known false where FEEL is to be asked
   */
  public record Value(boolean known, @Nullable Object value) {
    private static final Value ASK_FEEL = new Value(false, null);

    static Value of(@Nullable Object value) {
      return new Value(true, value);
    }
  }

  private interface Shape {
    Value of(@Nullable Object value);
  }

  private static final String NAME = "([a-zA-Z]\\w*)";
  private static final Pattern VARIABLE = Pattern.compile(NAME);
  private static final Pattern LETTERS =
      Pattern.compile("(lower|upper) case\\(\\s*" + NAME + "\\s*\\)");
  private static final Pattern COUNT =
      Pattern.compile(
          "count\\(\\s*" + NAME + "\\[\\s*item\\s*(<=|>=|<|>)\\s*(-?\\d{1,15})\\s*\\]\\s*\\)");
  private static final Set<String> NO_NAMES =
      Set.of(
          "null",
          "true",
          "false",
          "if",
          "for",
          "some",
          "every",
          "function",
          "not",
          "in",
          "and",
          "or",
          "between",
          "instance",
          "item");

  private final String variable;
  private final Shape shape;

  private CompiledInput(String variable, Shape shape) {
    this.variable = variable;
    this.shape = shape;
  }

  /** The expression, if it has one of the shapes. */
  public static Optional<CompiledInput> of(String text) {
    String stripped = text.strip();
    Matcher letters = LETTERS.matcher(stripped);
    if (letters.matches()) {
      boolean lower = letters.group(1).equals("lower");
      return named(letters.group(2), value -> letters(value, lower));
    }
    Matcher count = COUNT.matcher(stripped);
    if (count.matches()) {
      String operator = count.group(2);
      long than = Long.parseLong(count.group(3));
      return named(count.group(1), value -> count(value, operator, than));
    }
    return VARIABLE.matcher(stripped).matches()
        ? named(stripped, CompiledInput::plain)
        : Optional.empty();
  }

  private static Optional<CompiledInput> named(String variable, Shape shape) {
    return NO_NAMES.contains(variable)
        ? Optional.empty()
        : Optional.of(new CompiledInput(variable, shape));
  }

  public Value of(Map<String, Object> variables) {
    return variables.containsKey(variable) ? shape.of(variables.get(variable)) : Value.ASK_FEEL;
  }

  /** A whole number is a long one in FEEL. */
  private static Value plain(@Nullable Object value) {
    if (value instanceof Integer number) {
      return Value.of(number.longValue());
    }
    return value == null
            || value instanceof String
            || value instanceof Boolean
            || (value instanceof Long number && Math.abs(number) < 1_000_000_000_000_000L)
        ? Value.of(value)
        : Value.ASK_FEEL;
  }

  private static Value letters(@Nullable Object value, boolean lower) {
    if (value == null) {
      return Value.of(null);
    }
    if (!(value instanceof String text)) {
      return Value.ASK_FEEL;
    }
    Locale locale = Locale.getDefault();
    return Value.of(lower ? text.toLowerCase(locale) : text.toUpperCase(locale));
  }

  private static Value count(@Nullable Object value, String operator, long than) {
    if (!(value instanceof List<?> list)) {
      return value == null ? Value.of(null) : Value.ASK_FEEL;
    }
    long counted = 0;
    for (Object item : list) {
      if (!(item instanceof Integer || item instanceof Long)) {
        return Value.ASK_FEEL;
      }
      counted += CompiledCell.compares(((Number) item).longValue(), operator, than) ? 1 : 0;
    }
    return Value.of(counted);
  }
}
