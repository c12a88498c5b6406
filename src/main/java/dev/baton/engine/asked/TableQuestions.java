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
  private static final long FEW = 2_000;

  private TableQuestions() {}

  static Set<Map<String, @Nullable Object>> of(TableInputs inputs) {
    Set<Map<String, @Nullable Object>> questions = new LinkedHashSet<>(inputs.ofRows());
    long all = 1;
    for (Set<@Nullable Object> values : inputs.values().values()) {
      all = Math.min(FEW + 1, all * values.size());
    }
    if (all <= FEW) {
      questions.addAll(combined(inputs.nothing(), inputs.values()));
    } else {
      pairs(inputs, questions);
    }
    return questions;
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

  private static void pairs(TableInputs inputs, Set<Map<String, @Nullable Object>> questions) {
    List<String> names = List.copyOf(inputs.values().keySet());
    for (int one = 0; one < names.size(); one++) {
      for (int other = one + 1; other < names.size(); other++) {
        questions.addAll(
            combined(
                inputs.nothing(),
                Map.of(
                    names.get(one), values(inputs, names.get(one)),
                    names.get(other), values(inputs, names.get(other)))));
      }
    }
  }

  private static Set<@Nullable Object> values(TableInputs inputs, String name) {
    return inputs.values().getOrDefault(name, Set.of());
  }
}
