package dev.baton.handoff.process;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The interrupted handoffs, as the last check found them. */
@Component
public class InterruptedHandoffs {
  private final JdbcClient db;

  InterruptedHandoffs(JdbcClient db) {
    this.db = db;
  }

  /** Those that managers are told of, the longest first. */
  public List<InterruptedHandoff> told() {
    return db.sql(
            """
            select s.handoff_id, h.lead_id, h.state, s.problem, s.found_at as since
            from interrupted_handoff s join handoff h on h.id = s.handoff_id
            where s.told_at is not null and h.is_open = true
            order by s.found_at, s.handoff_id
            """)
        .query(RecordRows.of(InterruptedHandoff.class))
        .list();
  }

  /** Keeps what a check found: what is new, what is still so, and what is right again. */
  public void keep(Map<String, ProcessProblem> found, Instant now) {
    Map<String, String> known = new HashMap<>();
    db.sql("select handoff_id, problem from interrupted_handoff")
        .query((rs, row) -> Map.entry(rs.getString("handoff_id"), rs.getString("problem")))
        .list()
        .forEach(row -> known.put(row.getKey(), row.getValue()));
    known.keySet().stream().filter(id -> !found.containsKey(id)).forEach(this::forget);
    found.forEach(
        (id, problem) -> {
          if (!known.containsKey(id)) {
            add(id, problem, now);
          } else if (!problem.name().equals(known.get(id))) {
            db.sql("update interrupted_handoff set problem = :problem where handoff_id = :id")
                .param("problem", problem.name())
                .param("id", id)
                .update();
          }
        });
  }

  private void add(String id, ProcessProblem problem, Instant now) {
    db.sql(
            """
            insert into interrupted_handoff (handoff_id, problem, found_at)
            values (:id, :problem, :now) on conflict do nothing
            """)
        .param("id", id)
        .param("problem", problem.name())
        .param("now", Sql.timestamp(now))
        .update();
  }

  public void forget(String handoffId) {
    db.sql("delete from interrupted_handoff where handoff_id = :id")
        .param("id", handoffId)
        .update();
  }

  /** Those that were found by then and that nobody is told of yet. */
  public List<String> untold(Instant foundBy) {
    return db.sql(
            """
            select handoff_id from interrupted_handoff
            where told_at is null and found_at <= :foundBy order by found_at, handoff_id
            """)
        .param("foundBy", Sql.timestamp(foundBy))
        .query(String.class)
        .list();
  }

  /** False when another node was faster. */
  public boolean tell(String handoffId, Instant now) {
    return db.sql(
                """
                update interrupted_handoff set told_at = :now
                where handoff_id = :id and told_at is null
                """)
            .param("now", Sql.timestamp(now))
            .param("id", handoffId)
            .update()
        == 1;
  }
}
