package dev.baton.handoff.record;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Activity of reps: whether they have answered, claimed or tried to reach anybody. */
@Component
public class RepActivity {
  private final JdbcClient db;

  RepActivity(JdbcClient db) {
    this.db = db;
  }

  /**
   * Whether somebody else than this person has answered a question of the handoff since an instant,
   * tried to reach its lead, or given it to somebody by their own decision.
   */
  public boolean isAnsweredByOthers(String handoffId, String person, Instant since) {
    return db.sql(
                """
                select (select count(*) from answer
                    where handoff_id = :handoff and answered_at >= :since
                      and answered_by not in (:person, :rule) and question not in (:unsaid))
                  + (select count(*) from touch
                    where handoff_id = :handoff and recorded_at >= :since
                      and made_by <> :person) as acts
                """)
            .param("handoff", handoffId)
            .param("since", Sql.timestamp(since))
            .param("person", person)
            .param("rule", OwnerAssigned.RULE)
            .param("unsaid", Set.of(AnswerLog.CLAIM, AnswerLog.RESTART, AnswerLog.DECLINE))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whether somebody answered, claimed or logged anything since an instant. */
  public boolean hasActed(String person, Instant since) {
    return db.sql(
                """
                select (select count(*) from answer
                    where answered_by = :person and answered_at >= :since)
                  + (select count(*) from touch
                    where made_by = :person and recorded_at >= :since) as acts
                """)
            .param("person", person)
            .param("since", Sql.timestamp(since))
            .query(Long.class)
            .single()
        > 0;
  }
}
