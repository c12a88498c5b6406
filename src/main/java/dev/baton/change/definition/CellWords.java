package dev.baton.change.definition;

import dev.baton.change.diff.RuleTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for cells of decision tables; what has no words of its own is said as it is written. */
final class CellWords {
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern TEXTS = Pattern.compile("\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*");
  private static final Pattern PRODUCT = Pattern.compile("\\d{1,9}(\\s*\\*\\s*\\d{1,9})*");
  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<)\\s*([\\w.]+)");
  private static final Map<String, String> BOUNDS =
      Map.of(
          ">=", "is %s or more", "<=", "is %s or less", ">", "is more than %s", "<", "is below %s");

  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;

  private CellWords() {}

  /** Empty where a cell asks or says nothing. */
  static String given(String cell) {
    String text = cell.strip();
    return text.equals("-") || text.equals("null") ? "" : text;
  }

  /** Whether a cell takes a word: it asks nothing, or lists it. */
  static boolean takes(String cell, String word) {
    return given(cell).isEmpty() || words(cell).contains(word);
  }

  /** The texts that a cell lists. */
  static List<String> words(String cell) {
    return TEXT.matcher(cell).results().map(text -> text.group(1)).toList();
  }

  /** What a cell asks, such as {@code large or mid}. */
  static String choice(String cell) {
    return TEXTS.matcher(cell).matches()
        ? String.join(" or ", words(cell))
        : RuleTable.plain(cell.strip());
  }

  /** A list as it is said, such as {@code a, b and c}. */
  static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " and "
            + words.get(words.size() - 1);
  }

  /**
   * What a number has to be, such as {@code is 60 or more}.
   *
   * @param values what the names in a cell stand for
   */
  static String bound(String cell, UnaryOperator<String> values) {
    Matcher bound = BOUND.matcher(cell);
    if (!bound.matches()) {
      return "is " + RuleTable.plain(cell);
    }
    String value = values.apply(bound.group(2));
    return BOUNDS
        .getOrDefault(bound.group(1), "is %s")
        .formatted(value.isEmpty() ? "a line that isn't set" : value);
  }

  private static Optional<Long> number(String cell) {
    return PRODUCT.matcher(cell.strip()).matches()
        ? Optional.of(
            Pattern.compile("\\d+")
                .matcher(cell)
                .results()
                .map(MatchResult::group)
                .mapToLong(Long::parseLong)
                .reduce(1, (one, other) -> one * other))
        : Optional.empty();
  }

  /** Whether it says a number above zero, or something that is only known when it is asked. */
  static boolean isSome(String cell) {
    return !given(cell).isEmpty() && number(cell).map(number -> number > 0).orElse(true);
  }

  /** Minutes as people say them, such as {@code 4 hours} or {@code 5 days}. */
  static String minutes(String cell) {
    return number(cell).map(CellWords::duration).orElseGet(() -> cell + " minutes");
  }

  /** Open minutes are never days: a day of a calendar is as long as it is open. */
  static String openMinutes(String cell) {
    return number(cell)
        .map(
            minutes ->
                minutes % HOUR == 0
                    ? count(minutes / HOUR, "business hour")
                    : count(minutes, "business minute"))
        .orElseGet(() -> cell + " business minutes");
  }

  private static String duration(long minutes) {
    if (minutes > 2 * DAY && minutes % DAY == 0) {
      return count(minutes / DAY, "day");
    }
    return minutes % HOUR == 0 && minutes > 0
        ? count(minutes / HOUR, "hour")
        : count(minutes, "minute");
  }

  /** A number with its noun, such as {@code 1 day} and {@code 30 days}. */
  static String count(long number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /** As {@link #count(long, String)}, for a cell. */
  static String count(String cell, String noun) {
    return number(cell).map(number -> count(number, noun)).orElseGet(() -> cell + " " + noun + "s");
  }

  static String quoted(String text) {
    return "\u201c%s\u201d".formatted(text);
  }

  /** A code as words. */
  static String plain(String code) {
    return code.replace('_', ' ');
  }

  /** The first letter as a sentence begins. */
  static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
