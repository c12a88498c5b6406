package dev.baton.rejection.followup;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of follow-up tasks of a rejection: find a contact, or name the other record of a
 * duplicate.
 */
@Component
public class FollowUpTasks {
  public static final String CONTACT = "contact";
  public static final String DUPLICATE = "duplicate";

  private static final RecordRows<FollowUpTask> ROWS = RecordRows.of(FollowUpTask.class);

  private final JdbcClient db;

  FollowUpTasks(JdbcClient db) {
    this.db = db;
  }

  private static final String SELECT =
      """
      select e.*, e.assigned_to as given_to, h.lead_id from follow_up_task e join handoff h on h.id = e.handoff_id
      """;

  public boolean open(
      String handoffId,
      String kind,
      @Nullable String givenTo,
      Instant dueAt,
      @Nullable String lead) {
    return db.sql(
                """
                insert into follow_up_task (handoff_id, kind, assigned_to, due_at, result_lead)
                values (:handoffId, :kind, :givenTo, :dueAt, :lead)
                on conflict do nothing
                """)
            .param("handoffId", handoffId)
            .param("kind", kind)
            .param("givenTo", givenTo)
            .param("dueAt", Sql.timestamp(dueAt))
            .param("lead", lead)
            .update()
        == 1;
  }

  public Optional<FollowUpTask> find(String handoffId, String kind) {
    return db.sql(SELECT + "where e.handoff_id = :handoffId and e.kind = :kind")
        .param("handoffId", handoffId)
        .param("kind", kind)
        .query(ROWS)
        .optional();
  }

  public Optional<FollowUpTask> lock(String handoffId, String kind) {
    db.sql(
            """
            select handoff_id from follow_up_task
            where handoff_id = :handoffId and kind = :kind for update
            """)
        .param("handoffId", handoffId)
        .param("kind", kind)
        .query(String.class)
        .optional();
    return find(handoffId, kind);
  }

  /** What is still to be done, the soonest due first. */
  public List<FollowUpTask> open(String kind, int most) {
    return db.sql(
            SELECT
                + """
                where e.kind = :kind and e.done_at is null
                order by e.due_at, e.handoff_id fetch first :most rows only
                """)
        .param("kind", kind)
        .param("most", most)
        .query(ROWS)
        .list();
  }

  public void name(String handoffId, String kind, String lead) {
    db.sql(
            """
            update follow_up_task set result_lead = :lead
            where handoff_id = :handoffId and kind = :kind
            """)
        .param("lead", lead)
        .param("handoffId", handoffId)
        .param("kind", kind)
        .update();
  }

  public void done(
      String handoffId, String kind, String result, @Nullable String lead, String by, Instant at) {
    db.sql(
            """
            update follow_up_task set result = :result, result_lead = :lead, done_by = :by,
              done_at = :at
            where handoff_id = :handoffId and kind = :kind
            """)
        .param("result", result)
        .param("lead", lead)
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .param("handoffId", handoffId)
        .param("kind", kind)
        .update();
  }
}
