package dev.baton.alert.delivery;

import dev.baton.alert.message.SafeText;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leases on rows of one table that are worked off one at a time: whoever takes a row has it for two
 * minutes of the database's time, which is longer than any attempt may take; a crash gives it back
 * after them. Who comes back later than that changes nothing: the row counts another attempt then.
 */
public class RowLeases<T extends LeasedRow> {
  /** What a claim asks of a row, beside what it is about. */
  public static final String FREE = "(lease_until is null or lease_until < current_timestamp)";

  private final JdbcClient jdbc;
  private final LeasedTable<T> table;

  public RowLeases(JdbcClient jdbc, LeasedTable<T> table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /** What is no row's while a peer asked us to slow down; its time is {@code :now}. */
  public static String notHeld(String channel) {
    return """
        not exists (select 1 from alert_channel held
          where held.name = %s and held.held_until > :now)"""
        .formatted(channel);
  }

  /** Whether a row is due that nobody has: one statement without a transaction. */
  public boolean isDue(Instant now, Map<String, ?> about) {
    return jdbc.sql("select 1 as due from %s limit 1".formatted(due()))
        .params(about)
        .param("now", Sql.timestamp(now))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /**
   * Takes the next row that is due and counts the attempt. Rows are looked at without a lock: H2
   * writes each row that it locks, and locks all that are due before it sorts them.
   */
  public Optional<T> claim(Instant now, Map<String, ?> about) {
    Optional<T> next = next(now, about);
    while (next.isPresent() && !take(next.get(), now, about)) {
      next = next(now, about);
    }
    return next;
  }

  private Optional<T> next(Instant now, Map<String, ?> about) {
    return jdbc.sql(nextRow())
        .params(about)
        .param("now", Sql.timestamp(now))
        .query(table.mapper())
        .optional();
  }

  /** Its order is an index's, so that nothing is sorted. */
  String nextRow() {
    return "select %s, attempts + 1 as attempts from %s order by %s limit 1"
        .formatted(table.columns(), due(), table.order());
  }

  private String due() {
    return "%s where %s".formatted(table.name(), dueRow());
  }

  private String dueRow() {
    return "next_attempt_at <= :now and %s and %s".formatted(FREE, table.waiting());
  }

  /** False when somebody else was faster. */
  private boolean take(T row, Instant now, Map<String, ?> about) {
    return jdbc.sql(
                """
                update %s set attempts = :attempts,
                  lease_until = current_timestamp + interval '120' second
                where %s = :key and attempts + 1 = :attempts and %s
                """
                    .formatted(table.name(), table.key(), dueRow()))
            .params(about)
            .param("now", Sql.timestamp(now))
            .param("attempts", row.attempts())
            .param("key", row.leased())
            .update()
        == 1;
  }

  /** Gives it back until then; the attempt failed. */
  public void again(T row, @Nullable String error, Instant next) {
    giveBack(row, row.attempts(), error, next);
  }

  /** Gives it back until then and counts no attempt; what went wrong before still shows. */
  public void postpone(T row, @Nullable String error, Instant next) {
    giveBack(row, row.attempts() - 1, error, next);
  }

  private void giveBack(T row, int counted, @Nullable String error, Instant next) {
    jdbc.sql(
            """
            update %s set attempts = :counted, next_attempt_at = :next, lease_until = null,
              error = coalesce(cast(:error as varchar), error)
            where %s = :key and attempts = :attempts and lease_until is not null
            """
                .formatted(table.name(), table.key()))
        .param("counted", counted)
        .param("next", Sql.timestamp(next))
        .param("error", SafeText.lineOrNull(error, 1000))
        .param("key", row.leased())
        .param("attempts", row.attempts())
        .update();
  }

  /** Nothing is left to do; false when somebody else has it now. */
  public boolean end(T row, String state, @Nullable String error) {
    return end(row, "state = :state", Map.of("state", state), error);
  }

  /**
   * The same with other columns.
   *
   * @param set what is known of it from here on
   */
  public boolean end(T row, String set, Map<String, ?> values, @Nullable String error) {
    return jdbc.sql(
                """
                update %s set %s, error = :error, lease_until = null
                where %s = :key and attempts = :attempts and lease_until is not null
                """
                    .formatted(table.name(), set, table.key()))
            .params(values)
            .param("error", SafeText.lineOrNull(error, 1000))
            .param("key", row.leased())
            .param("attempts", row.attempts())
            .update()
        == 1;
  }

  /** What failed is tried from its first attempt on. */
  public void restart(String set, String which, long number, Instant now) {
    jdbc.sql(
            """
            update %s set %s, attempts = 0, next_attempt_at = :now, lease_until = null
            where %s and state = 'failed'
            """
                .formatted(table.name(), set, which))
        .param("now", Sql.timestamp(now))
        .param("number", number)
        .update();
  }

  /** What failed is not tried again. */
  public void giveUp(String set, String which, long number, String by) {
    jdbc.sql(
            """
            update %s set %s,
              error = substring(concat(cast(:why as varchar), error) from 1 for 1000)
            where %s and state = 'failed'
            """
                .formatted(table.name(), set, which))
        .param("why", "given up by %s: ".formatted(by))
        .param("number", number)
        .update();
  }
}
