package dev.baton.handoff.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends of cooling-off periods after rejections. */
@Component
public class CoolingOffs {
  private final JdbcClient db;

  CoolingOffs(JdbcClient db) {
    this.db = db;
  }

  /**
   * One rest.
   *
   * @param told {@code owner}, {@code marketing}, or nothing for nobody
   */
  record Wake(String handoffId, Instant at, String told) {}

  void plan(String handoffId, Instant at, String told) {
    db.sql(
            """
            insert into wake (handoff_id, wake_at, told) values (:handoffId, :at, :told)
            on conflict do nothing
            """)
        .param("handoffId", handoffId)
        .param("at", Timestamp.from(at))
        .param("told", told)
        .update();
  }

  List<Wake> due(Instant now, int most) {
    return db.sql(
            """
            select * from wake where woken_at is null and wake_at <= :now
            order by wake_at, handoff_id fetch first :most rows only
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(
            (rs, row) ->
                new Wake(
                    rs.getString("handoff_id"),
                    rs.getTimestamp("wake_at").toInstant(),
                    rs.getString("told")))
        .list();
  }

  /** False when another node was faster. */
  boolean wake(String handoffId, Instant now) {
    return db.sql(
                """
                update wake set woken_at = :now where handoff_id = :handoffId and woken_at is null
                """)
            .param("now", Timestamp.from(now))
            .param("handoffId", handoffId)
            .update()
        == 1;
  }
}
