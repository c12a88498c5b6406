package dev.baton.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Row that a decision table answered with: its outputs by name, some of them empty.
 *
 * @param id the row's id in the table; null where rows are added up
 */
public record DecisionRow(String table, @Nullable String id, Map<String, Object> outputs) {

  public DecisionRow {
    // several askers of one transaction are given the same row
    outputs = Collections.unmodifiableMap(outputs);
  }

  public String text(String output) {
    return optionalText(output).orElseThrow(() -> missing(output));
  }

  public Optional<String> optionalText(String output) {
    return value(output, String.class, "a text");
  }

  public int number(String output) {
    return optionalNumber(output).orElseThrow(() -> missing(output));
  }

  public Optional<Integer> optionalNumber(String output) {
    return value(output, Number.class, "a number")
        .map(
            number -> {
              if (number.doubleValue() != number.intValue()) {
                throw wrong(output, number, "a whole number");
              }
              return number.intValue();
            });
  }

  public boolean yes(String output) {
    return value(output, Boolean.class, "true or false").orElseThrow(() -> missing(output));
  }

  /** A word of those that the application knows. */
  public <T> T word(String output, Function<String, T> known) {
    String word = text(output);
    try {
      return known.apply(word);
    } catch (IllegalArgumentException unknown) {
      throw wrong(output, word, "a word that the application knows");
    }
  }

  private <T> Optional<T> value(String output, Class<T> type, String owed) {
    Object value = outputs.get(output);
    if (value != null && !type.isInstance(value)) {
      throw wrong(output, value, owed);
    }
    return Optional.ofNullable(type.cast(value));
  }

  private DecisionFailure missing(String output) {
    return new DecisionFailure(table, id, "says nothing in the column '%s'".formatted(output));
  }

  private DecisionFailure wrong(String output, Object value, String owed) {
    return new DecisionFailure(
        table, id, "says %s in the column '%s', not %s".formatted(value, output, owed));
  }
}
