package dev.baton.engine.asked;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Literals that the cells of a table name: words in quotes, numbers, true and false. */
final class Literals {
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\w|\\d\\.)-?\\d+(?:\\.\\d+)?");
  private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

  private Literals() {}

  static boolean isNumber(String type) {
    return NUMBERS.contains(type);
  }

  /**
   * The values of a type.
   *
   * @param type as a column of the table names it; empty for any
   * @param isCount whether a number is one of things that are counted
   * @param beside what is added to each number
   */
  static List<@Nullable Object> of(String type, boolean isCount, List<String> cells, int beside) {
    List<@Nullable Object> literals = new ArrayList<>();
    for (String cell : cells) {
      String rest = cell;
      if (!isNumber(type) && !type.equals("boolean")) {
        WORD.matcher(cell).results().map(word -> word.group(1)).forEach(literals::add);
        rest = WORD.matcher(cell).replaceAll("");
      }
      if (isNumber(type) || type.isEmpty()) {
        Matcher numbers = NUMBER.matcher(rest);
        while (numbers.find()) {
          BigDecimal number = new BigDecimal(numbers.group()).add(BigDecimal.valueOf(beside));
          literals.add(isCount ? ages(number) : number(number));
        }
      }
      if (type.equals("boolean") && cell.matches("true|false")) {
        literals.add(Boolean.valueOf(cell));
      }
    }
    return literals;
  }

  private static Object number(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 ? (Object) number.intValue() : number;
  }

  /** So many things that happened today. */
  private static List<Long> ages(BigDecimal number) {
    return Collections.nCopies(Math.min(Math.max(0, number.intValue()), 1000), 0L);
  }
}
