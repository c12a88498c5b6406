package dev.baton.handoff.deadline;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The times in which clocks stand still (rule R14). */
@Component
public class Pauses {
  private final JdbcClient db;

  Pauses(JdbcClient db) {
    this.db = db;
  }

  public void append(
      Deadline deadline,
      String reason,
      @Nullable String note,
      String by,
      Instant from,
      Instant to) {
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

  public void resume(Pause pause, String by, Instant at) {
    db.sql("update pause set resumed_at = :at, resumed_by = :by where id = :id")
        .param("at", Sql.timestamp(at))
        .param("by", by)
        .param("id", pause.id())
        .update();
  }

  public List<Pause> of(Deadline deadline) {
    return of(List.of(deadline.id())).getOrDefault(deadline.id(), List.of());
  }

  /** By deadline, each in its order. */
  public Map<Long, List<Pause>> of(Collection<Long> deadlines) {
    return Sql.byIds(
            deadlines,
            some ->
                db.sql("select * from pause where deadline_id in (:deadlines) order by from_at, id")
                    .param("deadlines", some)
                    .query(Pauses::read)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Pause::deadlineId));
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
