package dev.baton.alert;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one table that are worked off one at a time: whoever takes a row has it for two minutes
 * of the database's time, which is longer than any attempt may take; a crash gives it back after
 * them.
 */
class Leases {
  /** What a claim asks of a row, beside what it is about. */
  static final String FREE = "(lease_until is null or lease_until < current_timestamp)";

  private final JdbcClient jdbc;
  private final String table;
  private final String key;

  /**
   * The leases of a table with the columns {@code state, attempts, error, next_attempt_at,
   * lease_until}.
   *
   * @param key its column by which a row is found
   */
  Leases(JdbcClient jdbc, String table, String key) {
    this.jdbc = jdbc;
    this.table = table;
    this.key = key;
  }

  /** Takes the row that was found, and locked, in this transaction; counts the attempt. */
  <T> Optional<T> take(Optional<T> due, Function<T, Object> id, ToIntFunction<T> attempts) {
    due.ifPresent(
        row ->
            jdbc.sql(
                    """
                    update %s set attempts = :attempts,
                      lease_until = current_timestamp + interval '120' second
                    where %s = :id
                    """
                        .formatted(table, key))
                .param("attempts", attempts.applyAsInt(row))
                .param("id", id.apply(row))
                .update());
    return due;
  }

  /** Gives it back until then. */
  void again(Object id, String error, Instant next) {
    jdbc.sql(
            """
            update %s set error = :error, next_attempt_at = :next, lease_until = null
            where %s = :id
            """
                .formatted(table, key))
        .param("error", Words.line(error, 1000))
        .param("next", Timestamp.from(next))
        .param("id", id)
        .update();
  }
}
