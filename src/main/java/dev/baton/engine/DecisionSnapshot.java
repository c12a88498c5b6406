package dev.baton.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The tables in force for one judgement: looked up once, so that a deployment in the middle can't
 * mix versions. For one thread, for a moment.
 */
public final class DecisionSnapshot {
  private final Function<String, Decisions.Table> latest;
  private final SingletonSupplier<String> hash;
  private final Map<String, Decisions.Table> tables = new HashMap<>();

  /**
   * Tables by their ids.
   *
   * @param hash of all models that are in force with them
   */
  DecisionSnapshot(Function<String, Decisions.Table> latest, Supplier<String> hash) {
    this.latest = latest;
    this.hash = SingletonSupplier.of(hash);
  }

  /** As {@link Decisions#rows}. */
  public List<DecisionRow> rows(String table, Map<String, Object> inputs) {
    return table(table).answer(inputs);
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

  /** Whether a column of the table asks for an input. */
  public boolean asks(String table, String input) {
    return table(table).asks(input);
  }

  /** The hash of all models in force, as it is kept on what they judge (rule R21). */
  public String hash() {
    return hash.obtain();
  }

  private Decisions.Table table(String id) {
    return tables.computeIfAbsent(id, latest);
  }
}
