package dev.baton.web.call;

import dev.baton.handoff.answer.Touches;
import dev.baton.sql.RecordRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last attempts at the leads of a rep that are to be called; reads only. */
@Component
class LastAttempts {
  private static final int MOST = 200;

  private final JdbcClient db;

  LastAttempts(JdbcClient db) {
    this.db = db;
  }

  /** Of open leads that the rep has accepted, or has tried already. */
  List<LastAttempt> of(String owner) {
    return db.sql(
            """
            select h.id as handoff_id, h.lead_id, t.kind, t.outcome, t.counts_as, t.recorded_at,
              case when %1$s then t.next_at end as next_at,
              (select count(*) from touch a where a.handoff_id = h.id and a.id > coalesce(
                (select max(c.id) from touch c
                  where c.handoff_id = h.id and c.counts_as = 'contact'), 0)) as attempts,
              (select min(d.due_at) from deadline d
                where d.handoff_id = h.id and d.is_running = true and d.clock <> 'route') as due_at
            from handoff h left join touch t
              on t.id = (select max(l.id) from touch l where l.handoff_id = h.id)
            where h.owner = :owner and h.is_open = true
              and (h.state in ('QUALIFICATION', 'FIRST_TOUCH') or t.id is not null and %1$s)
            order by h.mql_at, h.id fetch first :most rows only
            """
                .formatted(Touches.STILL_PLANNED))
        .param("owner", owner)
        .param("most", MOST)
        .query(RecordRows.of(LastAttempt.class))
        .list();
  }
}
