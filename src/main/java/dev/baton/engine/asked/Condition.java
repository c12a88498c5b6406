package dev.baton.engine.asked;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cell asks of its input, as far as its text tells without evaluating it. */
sealed interface Condition
    permits Condition.Anything, Condition.Words, Condition.OtherWords, Condition.Text, NumberRange {
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
    NumberRange range = NumberRange.of(text);
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

  /** Anything else takes what says just the same. */
  record Text(String text) implements Condition {
    @Override
    public boolean covers(Condition other) {
      return equals(other);
    }
  }
}
