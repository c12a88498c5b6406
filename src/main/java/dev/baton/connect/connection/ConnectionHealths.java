package dev.baton.connect.connection;

import dev.baton.alert.message.SafeText;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How deliveries go, by connection: on every node and over a restart the same. */
@Component
class ConnectionHealths {
  private final JdbcClient db;

  ConnectionHealths(JdbcClient db) {
    this.db = db;
  }

  /** Of one that was removed nothing is known. */
  ConnectionHealth of(String name) {
    return db.sql("select * from outbound_connection where name = :name")
        .param("name", name)
        .query(RecordRows.of(ConnectionHealth.class))
        .optional()
        .orElse(ConnectionHealth.UNKNOWN);
  }

  /** It took something. */
  void accepted(String name, int calls, Instant now) {
    db.sql(
            """
            update outbound_connection set failures = 0, held_until = null, sent_at = :now, ill_since = null,
              used = case when used_on = :day then used else 0 end + :calls, used_on = :day
            where name = :name
            """)
        .param("now", Sql.timestamp(now))
        .param("day", day(now))
        .param("calls", calls)
        .param("name", name)
        .update();
  }

  /** Whether it is this worker's turn to listen to it; it is nobody's again for a while. */
  boolean takeTurn(Connection connection, Instant now, Instant next, Instant ours) {
    return db.sql(
                """
                update outbound_connection set listen_at = :next
                where name = :name and paused = false and changed_at = :changed and (listen_at is null or listen_at <= :now)
                  and (held_until is null or held_until <= :ours)
                """)
            .param("ours", Sql.timestamp(ours))
            .param("next", Sql.timestamp(next))
            .param("now", Sql.timestamp(now))
            .param("name", connection.name())
            .param("changed", Sql.timestamp(connection.changedAt()))
            .update()
        == 1;
  }

  /** It was listened to, up to an instant. */
  void heard(String name, int calls, Instant to) {
    db.sql(
            """
            update outbound_connection set failures = 0, heard_to = :to, ill_since = null,
              used = case when used_on = :day then used else 0 end + :calls, used_on = :day
            where name = :name
            """)
        .param("to", Sql.timestamp(to))
        .param("day", day(to))
        .param("calls", calls)
        .param("name", name)
        .update();
  }

  /**
   * It didn't. Who takes nothing for a while is ill until something goes well, unless the day's
   * calls are used up.
   *
   * @param failures in a row from here on
   * @param until nothing is sent before, or null
   */
  void refused(String name, String why, int failures, @Nullable Instant until, Refusal refusal) {
    db.sql(
            """
            update outbound_connection set failures = :failures, held_until = :until,
              ill_since = case when :isIll = true then coalesce(ill_since, :now) else ill_since end,
              error = :why, error_at = :now,
              used = case when used_on = :day then used else 0 end + :calls, used_on = :day
            where name = :name
            """)
        .param("failures", failures)
        .param("isIll", until != null && (failures > 0 || refusal.calls() > 0))
        .param("until", Sql.timestampOrNull(until))
        .param("why", SafeText.line(why, 1000))
        .param("now", Sql.timestamp(refusal.at()))
        .param("day", day(refusal.at()))
        .param("calls", refusal.calls())
        .param("name", name)
        .update();
  }

  /** Whether it has been ill since an instant, and nobody was told of it yet. */
  boolean takeIllness(String name, Instant since, Instant now) {
    return db.sql(
                """
                update outbound_connection set ill_told_at = :now
                where name = :name and ill_since <= :since and ill_told_at is null
                """)
            .param("now", Sql.timestamp(now))
            .param("since", Sql.timestamp(since))
            .param("name", name)
            .update()
        == 1;
  }

  /** Whether somebody was told that it was ill, and nobody that it is well. */
  boolean takeRecovery(String name) {
    return db.sql(
                """
                update outbound_connection set ill_told_at = null
                where name = :name and ill_told_at is not null and ill_since is null
                """)
            .param("name", name)
            .update()
        == 1;
  }

  /** When, and how many calls of the day it cost. */
  record Refusal(Instant at, int calls) {}

  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
