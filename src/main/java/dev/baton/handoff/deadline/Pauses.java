package dev.baton.handoff.deadline;

import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LockedHandoffRows;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times in which clocks stand still (rule R14). */
@Component
public class Pauses {
  private final JdbcClient db;
  private final Handoffs handoffs;

  /** Of the handoffs that the transaction has locked; whoever pauses one has. */
  private final LockedHandoffRows<Pause> read;

  Pauses(JdbcClient db, Handoffs handoffs) {
    this.db = db;
    this.handoffs = handoffs;
    this.read = new LockedHandoffRows<>(Pause.class, handoffs);
  }

  public void append(
      Deadline deadline,
      String reason,
      @Nullable String note,
      String by,
      Instant from,
      Instant to) {
    read.forget(deadline.handoffId());
    db.sql(
            """
            insert into pause (deadline_id, reason, note, paused_by, from_at, until_at)
            values (:deadline, :reason, :note, :by, :from, :to)
            """)
        .param("deadline", deadline.id())
        .param("reason", reason)
        .param("note", note)
        .param("by", by)
        .param("from", Sql.timestamp(from))
        .param("to", Sql.timestamp(to))
        .update();
  }

  public void resume(Deadline deadline, Pause pause, String by, Instant at) {
    read.forget(deadline.handoffId());
    db.sql("update pause set resumed_at = :at, resumed_by = :by where id = :id")
        .param("at", Sql.timestamp(at))
        .param("by", by)
        .param("id", pause.id())
        .update();
  }

  public List<Pause> of(Deadline deadline) {
    return of(List.of(deadline)).getOrDefault(deadline.id(), List.of());
  }

  /** By deadline, each in its order. */
  public Map<Long, List<Pause>> of(Collection<Deadline> deadlines) {
    Set<String> of = deadlines.stream().map(Deadline::handoffId).collect(Collectors.toSet());
    return (of.stream().allMatch(handoffs::isLocked)
            ? of.stream().flatMap(handoff -> read.of(handoff, this::ofHandoff).stream()).toList()
            : ofDeadlines(deadlines.stream().map(Deadline::id).toList()))
        .stream().collect(Collectors.groupingBy(Pause::deadlineId));
  }

  private List<Pause> ofHandoff(String handoffId) {
    return db.sql(
            """
            select p.* from pause p join deadline d on d.id = p.deadline_id
            where d.handoff_id = :handoff order by p.from_at, p.id
            """)
        .param("handoff", handoffId)
        .query(Pauses::read)
        .list();
  }

  private List<Pause> ofDeadlines(Collection<Long> deadlines) {
    return Sql.byIds(
        deadlines,
        some ->
            db.sql("select * from pause where deadline_id in (:deadlines) order by from_at, id")
                .param("deadlines", some)
                .query(Pauses::read)
                .list());
  }

  /** The pause in which a clock stands still at an instant. */
  public Optional<Pause> running(Deadline deadline, Instant at) {
    return of(deadline).stream().filter(pause -> at.isBefore(pause.end())).findFirst();
  }

  private static Pause read(ResultSet rs, int row) throws SQLException {
    return new Pause(
        rs.getLong("id"),
        rs.getLong("deadline_id"),
        rs.getString("reason"),
        rs.getString("note"),
        rs.getString("paused_by"),
        Sql.instant(rs, "from_at"),
        Sql.instant(rs, "until_at"),
        Sql.instantOrNull(rs, "resumed_at"));
  }
}
