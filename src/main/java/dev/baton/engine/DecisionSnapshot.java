package dev.baton.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnEngine;

/**
 * The tables in force for one judgement: looked up once, so that a deployment in the middle can't
 * mix versions, and the same question is answered once. For one thread, for a moment.
 */
public final class DecisionSnapshot {
  private record Question(String table, Map<String, Object> inputs) {}

  /** A chunk of signals asks less; what a long transaction asks more is evaluated again. */
  private static final int REMEMBERED = 5_000;

  private final Function<String, Decisions.Table> latest;
  private final DmnEngine dmn;
  private final Map<String, Decisions.Table> tables = new HashMap<>();
  private final Map<Question, List<DecisionRow>> answers = new HashMap<>();

  DecisionSnapshot(Function<String, Decisions.Table> latest, DmnEngine dmn) {
    this.latest = latest;
    this.dmn = dmn;
  }

  /** As {@link Decisions#rows}. */
  public List<DecisionRow> rows(String table, Map<String, Object> inputs) {
    Question question = new Question(table, inputs);
    List<DecisionRow> known = answers.get(question);
    if (known != null) {
      return known;
    }
    List<DecisionRow> answer = new TableQuestion(dmn, table(table), inputs).answer();
    if (answers.size() >= REMEMBERED) {
      answers.clear();
    }
    answers.put(new Question(table, new HashMap<>(inputs)), answer);
    return answer;
  }

  /** As {@link Decisions#row}. */
  public DecisionRow row(String table, Map<String, Object> inputs) {
    return rows(table, inputs).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new DecisionFailure(
                    table, null, "gives no answer for " + TableQuestion.words(inputs)));
  }

  /** As {@link Decisions#evaluate}. */
  public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
    return rows(table, inputs).stream().map(DecisionRow::outputs).toList();
  }

  /** The version of a table that is in force. */
  public int version(String table) {
    return table(table).version();
  }

  private Decisions.Table table(String id) {
    return tables.computeIfAbsent(id, latest);
  }
}
