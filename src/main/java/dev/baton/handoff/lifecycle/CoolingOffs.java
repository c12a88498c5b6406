package dev.baton.handoff.lifecycle;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cooling-offs after rejections, in the table {@code cooling_off}. */
@Component
public class CoolingOffs {
  private final JdbcClient db;

  CoolingOffs(JdbcClient db) {
    this.db = db;
  }

  /**
   * One cooling-off.
   *
   * @param notified {@code owner}, {@code marketing}, or nothing for nobody
   */
  record CoolingOff(String handoffId, Instant endsAt, String notified) {}

  void plan(String handoffId, Instant endsAt, String notified) {
    db.sql(
            """
            insert into cooling_off (handoff_id, ends_at, notified)
            values (:handoffId, :endsAt, :notified)
            on conflict do nothing
            """)
        .param("handoffId", handoffId)
        .param("endsAt", Sql.timestamp(endsAt))
        .param("notified", notified)
        .update();
  }

  List<CoolingOff> due(Instant now, int most) {
    return db.sql(
            """
            select * from cooling_off where ended_at is null and ends_at <= :now
            order by ends_at, handoff_id fetch first :most rows only
            """)
        .param("now", Sql.timestamp(now))
        .param("most", most)
        .query(RecordRows.of(CoolingOff.class))
        .list();
  }

  /** False when another node was faster. */
  boolean end(String handoffId, Instant now) {
    return db.sql(
                """
                update cooling_off set ended_at = :now
                where handoff_id = :handoffId and ended_at is null
                """)
            .param("now", Sql.timestamp(now))
            .param("handoffId", handoffId)
            .update()
        == 1;
  }
}
