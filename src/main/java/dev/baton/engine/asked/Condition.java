package dev.baton.engine.asked;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cell asks of its input, as far as its text tells without evaluating it. */
sealed interface Condition {
  /** Whether all that the other one takes is surely taken by this one. */
  boolean covers(Condition other);

  static Condition of(String cell) {
    String text = cell.strip();
    if (text.isEmpty() || text.equals("-")) {
      return new Anything();
    }
    if (Words.LIST.matcher(text).matches()) {
      return new Words(Words.in(text));
    }
    if (text.startsWith("not(") && text.endsWith(")")) {
      String inside = text.substring(4, text.length() - 1);
      return Words.LIST.matcher(inside).matches()
          ? new OtherWords(Words.in(inside))
          : new Text(text);
    }
    Range range = Range.of(text);
    return range == null ? new Text(text) : range;
  }

  /** An empty cell. */
  record Anything() implements Condition {
    @Override
    public boolean covers(Condition other) {
      return true;
    }
  }

  /** One of some words. */
  record Words(Set<String> words) implements Condition {
    private static final Pattern LIST =
        Pattern.compile("\\s*\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*\\s*");

    private static Set<String> in(String text) {
      return Stream.of(text.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof Words less && words.containsAll(less.words);
    }
  }

  /** None of some words. */
  record OtherWords(Set<String> words) implements Condition {
    @Override
    public boolean covers(Condition other) {
      if (other instanceof Words some) {
        Set<String> both = new HashSet<>(some.words());
        both.retainAll(words);
        return both.isEmpty();
      }
      return other instanceof OtherWords more && more.words.containsAll(words);
    }
  }

  /**
   * Numbers between two ends.
   *
   * @param from null: no lower end
   * @param to null: no upper end
   */
  record Range(@Nullable BigDecimal from, boolean withFrom, @Nullable BigDecimal to, boolean withTo)
      implements Condition {
    private static final String NUMBER = "\\s*(-?\\d+(?:\\.\\d+)?)\\s*";
    private static final Pattern ALONE = Pattern.compile(NUMBER);
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)" + NUMBER);
    private static final Pattern BETWEEN =
        Pattern.compile("([\\[(\\]])" + NUMBER + "\\.\\." + NUMBER + "([\\])\\[])");

    static @Nullable Range of(String text) {
      Matcher alone = ALONE.matcher(text);
      if (alone.matches()) {
        BigDecimal number = new BigDecimal(alone.group(1));
        return new Range(number, true, number, true);
      }
      Matcher compared = COMPARED.matcher(text);
      if (compared.matches()) {
        BigDecimal number = new BigDecimal(compared.group(2));
        boolean with = compared.group(1).endsWith("=");
        return compared.group(1).startsWith(">")
            ? new Range(number, with, null, false)
            : new Range(null, false, number, with);
      }
      Matcher between = BETWEEN.matcher(text);
      return between.matches()
          ? new Range(
              new BigDecimal(between.group(2)),
              between.group(1).equals("["),
              new BigDecimal(between.group(3)),
              between.group(4).equals("]"))
          : null;
    }

    @Override
    public boolean covers(Condition other) {
      return other instanceof Range inner && beginsWith(inner) && endsWith(inner);
    }

    private boolean beginsWith(Range inner) {
      if (from == null || inner.from == null) {
        return from == null;
      }
      int order = from.compareTo(inner.from);
      return order < 0 || (order == 0 && (withFrom || !inner.withFrom));
    }

    private boolean endsWith(Range inner) {
      if (to == null || inner.to == null) {
        return to == null;
      }
      int order = to.compareTo(inner.to);
      return order > 0 || (order == 0 && (withTo || !inner.withTo));
    }
  }

  /** Anything else takes what says just the same. */
  record Text(String text) implements Condition {
    @Override
    public boolean covers(Condition other) {
      return equals(other);
    }
  }
}
