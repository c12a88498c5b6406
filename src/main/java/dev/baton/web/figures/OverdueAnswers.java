package dev.baton.web.figures;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.people.Person;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import dev.baton.web.home.DueAction;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Overdue answers, whoever has to give them; reads only. */
@Component
class OverdueAnswers {
  static final int MOST = 100;

  private final JdbcClient db;

  OverdueAnswers(JdbcClient db) {
    this.db = db;
  }

  /** The longest overdue first; a rep reads their own and their team's. */
  List<DueAction> seenBy(Person reader, Instant now) {
    return db.sql(
            """
            select d.handoff_id, h.lead_id, d.clock, d.due_at, d.owner, h.team
            from deadline d join handoff h on h.id = d.handoff_id
            where d.is_running = true
              and d.due_at < :now and d.clock <> 'route'
              and %s
            order by d.due_at, d.id fetch first :most rows only
            """
                .formatted(HandoffPermissions.VISIBLE))
        .param("now", Sql.timestamp(now))
        .params(HandoffPermissions.params(reader))
        .param("most", MOST)
        .query(RecordRows.of(DueAction.class))
        .list();
  }
}
