package dev.baton.connect.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.delivery.LeasedTable;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.connect.connection.ConnectionView.NotSent;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What other systems are told, a row for each of them: once a key, and for one lead in the order in
 * which it happened.
 */
@Component
class OutboundMessages {
  /**
   * Of a connection that takes messages and is still as its worker knows it: what was changed isn't
   * sent where it was to go before. None of the lead that happened before still waits.
   */
  private static final String NEXT =
      """
      connection = :connection and state = 'pending'
        and exists (select 1 from outbound_connection c where c.name = :connection
          and c.removed_at is null and c.paused = false and c.changed_at = :changed and (c.held_until is null or c.held_until <= :now))
        and not exists (select 1 from outbound_message before
          where before.lead_id = outbound_message.lead_id and before.connection = :connection
            and before.state = 'pending' and (before.occurred_at < outbound_message.occurred_at
              or (before.occurred_at = outbound_message.occurred_at
                and before.id < outbound_message.id)))""";

  private final JdbcClient db;
  private final ObjectMapper json;
  private final RowLeases<OutboundMessage> leases;

  OutboundMessages(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
    this.leases =
        new RowLeases<>(
            db,
            new LeasedTable<>(
                "outbound_message",
                "id",
                "id, message_key, kind, lead_id, handoff_id, content, occurred_at",
                NEXT,
                "connection, state, next_attempt_at, id",
                this::read));
  }

  /**
   * One statement, however many hear of it; how many hadn't before. What is to come waits until it
   * is there.
   */
  int add(List<Connection> to, List<OutboundFact> facts, Instant now) {
    RowInsert rows =
        new RowInsert(
            "outbound_message",
            "connection",
            "message_key",
            "kind",
            "lead_id",
            "handoff_id",
            "content",
            "occurred_at",
            "state",
            "attempts",
            "recorded_at",
            "next_attempt_at");
    for (Connection connection : to) {
      for (OutboundFact fact : facts) {
        if (connection.hears(fact.kind())) {
          Instant due = fact.at().isAfter(now) ? fact.at() : now;
          rows.row(
              connection.name(),
              fact.key(),
              fact.kind().word(),
              fact.leadId(),
              fact.handoffId(),
              JsonColumn.write(json, fact.content()),
              Sql.timestamp(fact.at()),
              "pending",
              0,
              Sql.timestamp(due),
              Sql.timestamp(due));
        }
      }
    }
    return rows.run(db);
  }

  boolean isDue(Connection connection, Instant now) {
    return leases.isDue(now, as(connection));
  }

  Optional<OutboundMessage> claim(Connection connection, Instant now) {
    return leases.claim(now, as(connection));
  }

  private static Map<String, ?> as(Connection connection) {
    return Map.of(
        "connection", connection.name(), "changed", Sql.timestamp(connection.changedAt()));
  }

  void sent(OutboundMessage message, Instant now) {
    leases.end(message, "state = 'sent', sent_at = :now", Map.of("now", Sql.timestamp(now)), null);
  }

  void end(OutboundMessage message, String state, String why) {
    leases.end(message, state, why);
  }

  void again(OutboundMessage message, String why, Instant next) {
    leases.again(message, why, next);
  }

  /** Counts no attempt. */
  void postpone(OutboundMessage message, String why, Instant next) {
    leases.postpone(message, why, next);
  }

  /** What was told from an instant on is told again, and what failed is tried again. */
  int replay(String connection, Instant from, Instant now) {
    return db.sql(
            """
            update outbound_message set state = 'pending', attempts = 0, error = null,
              next_attempt_at = :now
            where connection = :connection and occurred_at >= :from and state in ('sent', 'failed')
            """)
        .param("connection", connection)
        .param("from", Sql.timestamp(from))
        .param("now", Sql.timestamp(now))
        .update();
  }

  /** What waits for these leads isn't sent; what is on its way just now is. */
  void skip(Collection<String> leadIds, String why) {
    db.sql(
            """
            update outbound_message set state = 'skipped', error = :why
            where lead_id in (:leads) and state in ('pending', 'failed')
              and (lease_until is null or lease_until < current_timestamp)
            """)
        .param("why", why)
        .param("leads", leadIds)
        .update();
  }

  /** Which connections heard of these leads, or are about to, by lead id. */
  List<Heard> heard(Collection<String> leadIds) {
    return db.sql(
            """
            select distinct connection, lead_id from outbound_message
            where lead_id in (:leads) and state in ('sent', 'pending', 'failed')
            order by connection, lead_id
            """)
        .param("leads", leadIds)
        .query(RecordRows.of(Heard.class))
        .list();
  }

  record Heard(String connection, String leadId) {}

  /** What waits for a lead that was merged is told of the other one. */
  void follow(String leadId, String into) {
    db.sql(
            """
            update outbound_message set lead_id = :into where lead_id = :lead and state = 'pending'
            """)
        .param("into", into)
        .param("lead", leadId)
        .update();
  }

  /** What wasn't sent, or not taken, by the reason; that of most first. */
  List<NotSent> notSent(String connection) {
    return db.sql(
            """
            select error as why, count(*) as messages from outbound_message
            where connection = :connection and state in ('skipped', 'failed')
              and error is not null
            group by error order by messages desc, why fetch first 10 rows only
            """)
        .param("connection", connection)
        .query(RecordRows.of(NotSent.class))
        .list();
  }

  /** What is to come doesn't wait yet. */
  Waiting waiting(String connection, Instant now) {
    return db.sql(
            """
            select count(case when state = 'pending' then 1 end) as pending,
              count(case when state = 'failed' then 1 end) as failed,
              min(case when state = 'pending' then recorded_at end) as since
            from outbound_message
            where connection = :connection and state in ('pending', 'failed')
              and recorded_at <= :now
            """)
        .param("connection", connection)
        .param("now", Sql.timestamp(now))
        .query(RecordRows.of(Waiting.class))
        .single();
  }

  /** How many wait and since when, and how many the system doesn't take. */
  record Waiting(int pending, int failed, @Nullable Instant since) {}

  private OutboundMessage read(ResultSet rs, int row) throws SQLException {
    return new OutboundMessage(
        rs.getLong("id"),
        rs.getInt("attempts"),
        rs.getString("message_key"),
        FactKind.of(rs.getString("kind")),
        rs.getString("lead_id"),
        rs.getString("handoff_id"),
        Sql.instant(rs, "occurred_at"),
        JsonColumn.read(json, rs.getString("content"), JsonNode.class));
  }
}
