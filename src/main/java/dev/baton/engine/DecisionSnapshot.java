package dev.baton.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnEngine;

/**
 * The tables in force for one judgement: looked up once, so that a deployment in the middle can't
 * mix versions. For one thread, for a moment.
 */
public final class DecisionSnapshot {
  private final Function<String, Decisions.Table> latest;
  private final DmnEngine dmn;
  private final Map<String, Decisions.Table> tables = new HashMap<>();

  DecisionSnapshot(Function<String, Decisions.Table> latest, DmnEngine dmn) {
    this.latest = latest;
    this.dmn = dmn;
  }

  /** As {@link Decisions#rows}. */
  public List<DecisionRow> rows(String table, Map<String, Object> inputs) {
    return table(table).answer(dmn, inputs);
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
