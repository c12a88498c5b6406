package dev.baton.engine.asked;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers between two ends.
 *
 * @param from null: no lower end
 * @param to null: no upper end
 */
record NumberRange(
    @Nullable BigDecimal from, boolean withFrom, @Nullable BigDecimal to, boolean withTo)
    implements Condition {
  private static final String NUMBER = "\\s*(-?\\d+(?:\\.\\d+)?)\\s*";
  private static final Pattern ALONE = Pattern.compile(NUMBER);
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)" + NUMBER);
  private static final Pattern BETWEEN =
      Pattern.compile("([\\[(\\]])" + NUMBER + "\\.\\." + NUMBER + "([\\])\\[])");

  static @Nullable NumberRange of(String text) {
    Matcher alone = ALONE.matcher(text);
    if (alone.matches()) {
      BigDecimal number = new BigDecimal(alone.group(1));
      return new NumberRange(number, true, number, true);
    }
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      BigDecimal number = new BigDecimal(compared.group(2));
      boolean with = compared.group(1).endsWith("=");
      return compared.group(1).startsWith(">")
          ? new NumberRange(number, with, null, false)
          : new NumberRange(null, false, number, with);
    }
    Matcher between = BETWEEN.matcher(text);
    return between.matches()
        ? new NumberRange(
            new BigDecimal(between.group(2)),
            between.group(1).equals("["),
            new BigDecimal(between.group(3)),
            between.group(4).equals("]"))
        : null;
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof NumberRange inner && beginsWith(inner) && endsWith(inner);
  }

  private boolean beginsWith(NumberRange inner) {
    if (from == null || inner.from == null) {
      return from == null;
    }
    int order = from.compareTo(inner.from);
    return order < 0 || (order == 0 && (withFrom || !inner.withFrom));
  }

  private boolean endsWith(NumberRange inner) {
    if (to == null || inner.to == null) {
      return to == null;
    }
    int order = to.compareTo(inner.to);
    return order > 0 || (order == 0 && (withTo || !inner.withTo));
  }
}
