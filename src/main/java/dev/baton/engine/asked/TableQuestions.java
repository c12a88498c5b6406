package dev.baton.engine.asked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions to a table: all combinations of its values where they are few, else each pair of them
 * and what each row asks for.
 */
final class TableQuestions {
  static final long FEW = 2_000;
  private static final long FEW_PAIRS = 500;
  private static final long FEW_OF_A_ROW = 100;

  private TableQuestions() {}

  static Set<Map<String, @Nullable Object>> of(TableInputs inputs) {
    Set<Map<String, @Nullable Object>> questions = new LinkedHashSet<>(inputs.ofRows());
    if (count(inputs.values()) <= FEW) {
      questions.addAll(combined(inputs.nothing(), inputs.values()));
    } else {
      pairs(inputs, questions);
    }
    return questions;
  }

  /** How many combinations these are; beyond a few nobody counts on. */
  static long count(Map<String, Set<@Nullable Object>> values) {
    long all = 1;
    for (Set<@Nullable Object> each : values.values()) {
      all = Math.min(FEW + 1, all * each.size());
    }
    return all;
  }

  /** Every combination of these values; what isn't among them stays as it is. */
  static List<Map<String, @Nullable Object>> combined(
      Map<String, @Nullable Object> rest, Map<String, Set<@Nullable Object>> values) {
    List<Map<String, @Nullable Object>> combined = List.of(rest);
    for (Map.Entry<String, Set<@Nullable Object>> input : values.entrySet()) {
      List<Map<String, @Nullable Object>> next = new ArrayList<>();
      for (Map<String, @Nullable Object> question : combined) {
        for (Object value : input.getValue()) {
          Map<String, @Nullable Object> more = new HashMap<>(question);
          more.put(input.getKey(), value);
          next.add(more);
        }
      }
      combined = next;
    }
    return combined;
  }

  /** What a row compares in its outputs, where it matches. */
  static List<Map<String, @Nullable Object>> ofRow(
      Map<String, @Nullable Object> row, Map<String, Set<@Nullable Object>> compared) {
    return some(row, compared, FEW_OF_A_ROW);
  }

  /** Every combination of these values where they are few, else each of them at least once. */
  private static List<Map<String, @Nullable Object>> some(
      Map<String, @Nullable Object> rest, Map<String, Set<@Nullable Object>> values, long few) {
    return count(values) <= few ? combined(rest, values) : together(rest, values);
  }

  private static void pairs(TableInputs inputs, Set<Map<String, @Nullable Object>> questions) {
    List<String> names = List.copyOf(inputs.values().keySet());
    for (int one = 0; one < names.size(); one++) {
      for (int other = one + 1; other < names.size(); other++) {
        Map<String, Set<@Nullable Object>> pair =
            Map.of(
                names.get(one), values(inputs, names.get(one)),
                names.get(other), values(inputs, names.get(other)));
        questions.addAll(some(inputs.nothing(), pair, FEW_PAIRS));
      }
    }
  }

  /**
   * Each value of each input at least once: the first ones together, the second ones, and so on.
   */
  private static List<Map<String, @Nullable Object>> together(
      Map<String, @Nullable Object> rest, Map<String, Set<@Nullable Object>> values) {
    int most = values.values().stream().mapToInt(Set::size).max().orElse(0);
    List<Map<String, @Nullable Object>> together = new ArrayList<>();
    for (int at = 0; at < most; at++) {
      Map<String, @Nullable Object> question = new HashMap<>(rest);
      for (Map.Entry<String, Set<@Nullable Object>> input : values.entrySet()) {
        List<@Nullable Object> offered = new ArrayList<>(input.getValue());
        question.put(input.getKey(), offered.get(at % offered.size()));
      }
      together.add(question);
    }
    return together;
  }

  private static Set<@Nullable Object> values(TableInputs inputs, String name) {
    return inputs.values().getOrDefault(name, Set.of());
  }
}
