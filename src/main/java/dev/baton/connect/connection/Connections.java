package dev.baton.connect.connection;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Repository of the connections. Who records a fact asks for those that were known at the last
 * look, a few seconds ago at most, so that it costs no statement; {@link PastFacts} adds what
 * happened on another node meanwhile.
 */
@Component
public class Connections {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final JdbcClient db;
  private final ApplicationEventPublisher facts;
  private volatile List<Connection> known = List.of();

  Connections(JdbcClient db, ApplicationEventPublisher facts) {
    this.db = db;
    this.facts = facts;
  }

  /** Fact: a connection was added, changed or removed here. */
  record ConnectionsChanged() {}

  /** As they were at the last look. */
  List<Connection> known() {
    return known;
  }

  /** Looks now. */
  List<Connection> look() {
    List<Connection> found = all();
    known = found;
    return found;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(ConnectionsChanged changed) {
    look();
  }

  public List<Connection> all() {
    return db.sql("select * from outbound_connection where removed_at is null order by name")
        .query(Connections::read)
        .list();
  }

  Optional<Connection> find(String name) {
    return db.sql("select * from outbound_connection where name = :name and removed_at is null")
        .param("name", name)
        .query(Connections::read)
        .optional();
  }

  /** Adds one or changes it; what it has heard stays, unless it was removed meanwhile. */
  @Transactional
  public void save(Connection connection) {
    forgetRemoved(connection.name());
    db.sql(
            """
            insert into outbound_connection (name, kind, events, paused, changed_by, changed_at,
              failures, used)
            values (:name, :kind, '', false, :by, :at, 0, 0) on conflict do nothing
            """)
        .param("name", connection.name())
        .param("kind", connection.kind())
        .param("by", connection.changedBy())
        .param("at", Sql.timestamp(connection.changedAt()))
        .update();
    db.sql(
            """
            update outbound_connection set kind = :kind, address = :address, secret = :secret,
              events = :events, daily_quota = :quota, paused = :paused, changed_by = :by,
              changed_at = :at, held_until = null, failures = 0
            where name = :name
            """)
        .param("name", connection.name())
        .param("kind", connection.kind())
        .param("address", connection.address())
        .param("secret", connection.secret())
        .param("events", String.join(",", connection.events()))
        .param("quota", connection.dailyQuota())
        .param("paused", connection.paused())
        .param("by", connection.changedBy())
        .param("at", Sql.timestamp(connection.changedAt()))
        .update();
    facts.publishEvent(new ConnectionsChanged());
  }

  /** Or lets it send again, at once what was held too. */
  void pause(String name, boolean paused) {
    db.sql(
            """
            update outbound_connection set paused = :paused, held_until = null, failures = 0
            where name = :name and removed_at is null
            """)
        .param("paused", paused)
        .param("name", name)
        .update();
    facts.publishEvent(new ConnectionsChanged());
  }

  /** It is synchronized as soon as there is time. */
  public void synchronizeSoon(String name) {
    db.sql("update outbound_connection set listen_at = null where name = :name")
        .param("name", name)
        .update();
  }

  /** What happened from an instant on is added once, by whichever node comes first. */
  void catchUp(String name, Instant from, Instant at) {
    db.sql(
            """
            update outbound_connection set catch_up_at = :at,
              catch_up_from = case when catch_up_from < :from then catch_up_from else :from end
            where name = :name
            """)
        .param("from", Sql.timestamp(from))
        .param("at", Sql.timestamp(at))
        .param("name", name)
        .update();
  }

  /** What a connection may lack since an instant; whoever takes it has it until a second one. */
  record CatchUp(Instant from, Instant until) {}

  /** Whoever takes it adds it in transactions of its own, and says when it is done. */
  @Transactional
  public Optional<CatchUp> takeCatchUp(String name, Instant now) {
    Optional<CatchUp> due =
        db.sql(
                """
                select catch_up_from from outbound_connection
                where name = :name and catch_up_at <= :now for update skip locked
                """)
            .param("name", name)
            .param("now", Sql.timestamp(now))
            .query((rs, row) -> new CatchUp(Sql.instant(rs, "catch_up_from"), now.plus(LEASE)))
            .optional();
    due.ifPresent(
        taken ->
            db.sql("update outbound_connection set catch_up_at = :until where name = :name")
                .param("until", Sql.timestamp(taken.until()))
                .param("name", name)
                .update());
    return due;
  }

  /** Unless somebody asked anew meanwhile. */
  void caughtUp(String name, CatchUp taken) {
    db.sql(
            """
            update outbound_connection set catch_up_from = null, catch_up_at = null
            where name = :name and catch_up_at = :until
            """)
        .param("name", name)
        .param("until", Sql.timestamp(taken.until()))
        .update();
  }

  /** What nodes record that know it for a moment longer stays with its row, and is never sent. */
  @Transactional
  public void remove(String name, Instant at) {
    clear(name);
    db.sql(
            """
            update outbound_connection set removed_at = :at, address = null, secret = null
            where name = :name
            """)
        .param("at", Sql.timestamp(at))
        .param("name", name)
        .update();
    facts.publishEvent(new ConnectionsChanged());
  }

  /**
   * Another of the same name begins anew, in the same row: a node that has not heard of the removal
   * may record something for it at any moment.
   */
  private void forgetRemoved(String name) {
    int removed =
        db.sql(
                """
                update outbound_connection set removed_at = null, catch_up_from = null,
                  catch_up_at = null, error = null, error_at = null, sent_at = null, used_on = null,
                  used = 0, ill_since = null, ill_told_at = null, heard_to = null, listen_at = null
                where name = :name and removed_at is not null
                """)
            .param("name", name)
            .update();
    if (removed > 0) {
      clear(name);
    }
  }

  private void clear(String name) {
    for (String table :
        List.of("outbound_message", "connected_record", "connection_conflict", "audience")) {
      db.sql("delete from %s where connection = :name".formatted(table))
          .param("name", name)
          .update();
    }
  }

  private static Connection read(ResultSet rs, int row) throws SQLException {
    String events = rs.getString("events");
    return new Connection(
        rs.getString("name"),
        rs.getString("kind"),
        rs.getString("address"),
        rs.getString("secret"),
        events.isEmpty() ? List.of() : Arrays.asList(events.split(",", -1)),
        rs.getObject("daily_quota", Integer.class),
        rs.getBoolean("paused"),
        rs.getString("changed_by"),
        Sql.instant(rs, "changed_at"));
  }
}
