package dev.baton.handoff.deadline;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Search of deadlines over all handoffs: what is due, what ran out, what was taken from whom. */
@Component
public class DeadlineSearch {
  private final JdbcClient db;

  DeadlineSearch(JdbcClient db) {
    this.db = db;
  }

  public Deadline find(long id) {
    return db.sql("select * from deadline where id = :id")
        .param("id", id)
        .query(DeadlineRowMapper::read)
        .single();
  }

  /** Clocks that ran out without anybody having noticed. */
  public List<Deadline> unnoticed(Instant now, int most) {
    return db.sql(
            """
            select * from deadline where is_running = true and due_at <= :now and missed_at is null
              and met_at is null and voided_at is null
            order by due_at fetch first %d rows only
            """
                .formatted(most))
        .param("now", Sql.timestamp(now))
        .query(DeadlineRowMapper::read)
        .list();
  }

  /** What can still be kept: running, not overdue, of an open handoff; the soonest due first. */
  public List<Deadline> ahead(Instant now) {
    return db.sql(
            """
            select d.* from deadline d join handoff h on h.id = d.handoff_id
            where h.is_open = true and h.state <> 'CLOSED' and d.due_at > :now
              and d.is_running = true and d.missed_at is null
              and d.clock <> :route
            order by d.due_at, d.id
            """)
        .param("now", Sql.timestamp(now))
        .param("route", Deadlines.ROUTE)
        .query(DeadlineRowMapper::read)
        .list();
  }

  /** The questions that the ladder took from somebody since an instant. */
  public List<Deadline> takenFrom(String owner, Instant since) {
    return db.sql("select * from deadline where owner = :owner and reassigned_at >= :since")
        .param("owner", owner)
        .param("since", Sql.timestamp(since))
        .query(DeadlineRowMapper::read)
        .list();
  }
}
