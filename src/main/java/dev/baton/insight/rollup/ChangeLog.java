package dev.baton.insight.rollup;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Change log of a fact table: what was added (weight 1) or taken back (-1), written by the
 * transaction that changes the entries, so that roll-up and changes are always what these add up
 * to.
 */
@Component
public class ChangeLog {
  private final JdbcClient db;

  ChangeLog(JdbcClient db) {
    this.db = db;
  }

  /** Counts entries that were just written. */
  public void add(FactTable facts, String which, Map<String, ?> values) {
    write(1, facts, which, values);
  }

  /** Takes back entries as they still are. */
  public void takeBack(FactTable facts, String which, Map<String, ?> values) {
    write(-1, facts, which, values);
  }

  private void write(int weight, FactTable facts, String which, Map<String, ?> values) {
    db.sql(
            "insert into %1$s (weight, %2$s) select %3$d, %2$s from %4$s where %5$s"
                .formatted(
                    facts.changes(),
                    String.join(", ", facts.counted()),
                    weight,
                    facts.entries(),
                    which))
        .params(values)
        .update();
  }

  /**
   * Changes entries, and with them what was counted: the old image is taken back, the new one
   * added. Whoever states the fact holds the entries' unit, so nothing comes between.
   *
   * @param assignments SQL by column
   * @param counts which of the changed entries count differently now
   */
  public void amend(
      FactTable facts,
      Map<String, String> assignments,
      String which,
      String counts,
      Map<String, ?> values) {
    String anew =
        facts.counted().stream()
            .map(column -> assignments.getOrDefault(column, column))
            .collect(Collectors.joining(", "));
    db.sql(
            """
            insert into %1$s (weight, %2$s)
            select -1, %2$s from %3$s where (%4$s) and (%5$s)
            union all select 1, %6$s from %3$s where (%4$s) and (%5$s)
            """
                .formatted(
                    facts.changes(),
                    String.join(", ", facts.counted()),
                    facts.entries(),
                    which,
                    counts,
                    anew))
        .params(values)
        .update();
    String set =
        assignments.entrySet().stream()
            .map(change -> change.getKey() + " = " + change.getValue())
            .collect(Collectors.joining(", "));
    db.sql("update %s set %s where %s".formatted(facts.entries(), set, which))
        .params(values)
        .update();
  }
}
