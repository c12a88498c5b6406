package dev.baton.engine.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Condition of a decision table in one of the common shapes: words, whole numbers, true and false,
 * null, comparisons, ranges, and lists of them. It answers as FEEL does for plain values, and
 * leaves everything else to FEEL.
 */
public final class CompiledCell {

  /** What a condition says of a value. */
  public enum Answer {
    YES,
    NO,
    ASK_FEEL;

    static Answer of(boolean holds) {
      return holds ? YES : NO;
    }
  }

  private interface Part {
    Answer of(@Nullable Object value, Map<String, Object> variables);
  }

  private static final String WHOLE = "-?\\d{1,15}";
  private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern NUMBER = Pattern.compile(WHOLE);
  private static final Pattern COMPARISON =
      Pattern.compile("(<=?|>=?)\\s*(" + WHOLE + "|[a-zA-Z]\\w*)");
  private static final Pattern RANGE =
      Pattern.compile("([\\[(])\\s*(" + WHOLE + ")\\s*\\.\\.\\s*(" + WHOLE + ")\\s*([\\])])");
  private static final Set<String> NO_NAMES = Set.of("null", "true", "false");

  private final List<Part> parts;

  private CompiledCell(List<Part> parts) {
    this.parts = parts;
  }

  /** The condition, if it has one of the shapes. */
  public static Optional<CompiledCell> of(String text) {
    List<Part> parts = new ArrayList<>();
    for (String part : split(text)) {
      Optional<Part> known = part(part.strip());
      if (known.isEmpty()) {
        return Optional.empty();
      }
      parts.add(known.orElseThrow());
    }
    return Optional.of(new CompiledCell(List.copyOf(parts)));
  }

  /** Whether the value of its column fits. */
  public Answer of(@Nullable Object value, Map<String, Object> variables) {
    Answer any = Answer.NO;
    for (Part part : parts) {
      Answer answer = part.of(value, variables);
      if (answer == Answer.ASK_FEEL) {
        return answer;
      }
      any = answer == Answer.YES ? answer : any;
    }
    return any;
  }

  /** At commas outside of words. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inWord = (c == '"') != inWord;
      if (c == ',' && !inWord) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static Optional<Part> part(String text) {
    if (text.equals("null")) {
      return Optional.of((value, variables) -> nothing(value));
    }
    if (text.equals("true") || text.equals("false")) {
      boolean wanted = text.equals("true");
      return Optional.of((value, variables) -> truth(value, wanted));
    }
    Matcher word = WORD.matcher(text);
    if (word.matches()) {
      String wanted = word.group(1);
      return Optional.of((value, variables) -> word(value, wanted));
    }
    if (NUMBER.matcher(text).matches()) {
      long wanted = Long.parseLong(text);
      return Optional.of((value, variables) -> number(value, is -> is == wanted));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(range);
    }
    Matcher comparison = COMPARISON.matcher(text);
    return comparison.matches() && !NO_NAMES.contains(comparison.group(2))
        ? Optional.of(comparison(comparison.group(1), comparison.group(2)))
        : Optional.empty();
  }

  private static Answer nothing(@Nullable Object value) {
    boolean plain =
        value == null
            || value instanceof String
            || value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long;
    return plain ? Answer.of(value == null) : Answer.ASK_FEEL;
  }

  /** In a list FEEL takes nothing for true. */
  private static Answer truth(@Nullable Object value, boolean wanted) {
    return value instanceof Boolean is ? Answer.of(is == wanted) : Answer.ASK_FEEL;
  }

  private static Answer word(@Nullable Object value, String wanted) {
    return value instanceof String is ? Answer.of(is.equals(wanted)) : nullOr(value);
  }

  private static Answer number(@Nullable Object value, LongPredicate wanted) {
    return value instanceof Integer || value instanceof Long
        ? Answer.of(wanted.test(((Number) value).longValue()))
        : nullOr(value);
  }

  /** Nothing is no word and no number. */
  private static Answer nullOr(@Nullable Object value) {
    return value == null ? Answer.NO : Answer.ASK_FEEL;
  }

  private static Optional<Part> range(Matcher range) {
    long from = Long.parseLong(range.group(2)) + (range.group(1).equals("(") ? 1 : 0);
    long to = Long.parseLong(range.group(3)) - (range.group(4).equals(")") ? 1 : 0);
    return Long.parseLong(range.group(2)) > Long.parseLong(range.group(3))
        ? Optional.empty()
        : Optional.of((value, variables) -> number(value, is -> is >= from && is <= to));
  }

  private static Part comparison(String operator, String with) {
    if (NUMBER.matcher(with).matches()) {
      long than = Long.parseLong(with);
      return (value, variables) -> number(value, is -> compares(is, operator, than));
    }
    return (value, variables) ->
        variables.get(with) instanceof Integer than && value instanceof Integer is
            ? Answer.of(compares(is, operator, than))
            : Answer.ASK_FEEL;
  }

  static boolean compares(long is, String operator, long than) {
    return switch (operator) {
      case "<" -> is < than;
      case "<=" -> is <= than;
      case ">" -> is > than;
      default -> is >= than;
    };
  }
}
