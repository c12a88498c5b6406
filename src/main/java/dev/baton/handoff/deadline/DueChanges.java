package dev.baton.handoff.deadline;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why due instants were moved, append-only: the first promise stays to be seen (rule R14). */
@Component
public class DueChanges {

  private final JdbcClient db;

  DueChanges(JdbcClient db) {
    this.db = db;
  }

  void append(Deadline before, Instant dueAfter, DueChangeReason why) {
    db.sql(
            """
            insert into due_change
              (deadline_id, cause, changed_by, note, due_before, due_after, changed_at)
            values (:deadline, :cause, :by, :note, :before, :after, :at)
            """)
        .param("deadline", before.id())
        .param("cause", why.cause().word())
        .param("by", why.by())
        .param("note", why.note())
        .param("before", Sql.timestamp(before.dueAt()))
        .param("after", Sql.timestamp(dueAfter))
        .param("at", Sql.timestamp(why.at()))
        .update();
  }

  /** The changes of a handoff's deadlines, oldest first. */
  public List<DueChange> of(String handoffId) {
    return db.sql(
            """
            select d.clock, c.*, c.changed_by as by, c.changed_at as at from due_change c join deadline d on d.id = c.deadline_id
            where d.handoff_id = :handoff order by c.id
            """)
        .param("handoff", handoffId)
        .query(RecordRows.of(DueChange.class))
        .list();
  }
}
