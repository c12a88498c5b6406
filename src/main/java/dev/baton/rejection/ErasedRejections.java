package dev.baton.rejection;

import dev.baton.privacy.PersonErased;
import dev.baton.sql.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejections of leads that are erased: what is still asked about them isn't asked any more. */
@Component
class ErasedRejections {
  private final JdbcClient db;

  ErasedRejections(JdbcClient db) {
    this.db = db;
  }

  @EventListener
  void on(PersonErased erased) {
    end(
        """
        update rejection set state = 'ANSWERED', answer = 'erased', answered_by = :by,
          answered_at = :at
        where state = 'OPEN'""",
        erased);
    end(
        """
        update rejection set state = 'DECIDED', decision = 'erased', decided_by = :by,
          decided_at = :at
        where state = 'CONTESTED'""",
        erased);
    end(
        """
        update follow_up_task set result = 'erased', done_by = :by, done_at = :at
        where done_at is null""",
        erased);
  }

  private void end(String open, PersonErased erased) {
    db.sql(open + " and handoff_id in (select id from handoff where lead_id in (:leads))")
        .param("by", erased.by())
        .param("at", Sql.timestamp(erased.at()))
        .param("leads", erased.leadIds())
        .update();
  }
}
