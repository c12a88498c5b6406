package dev.baton.rejection;

import dev.baton.handoff.record.HandoffClosed;
import dev.baton.rejection.Rejection.State;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of rejections with the replies of marketing. */
@Component
public class Rejections {
  public static final int PAGE = 50;

  private static final String SELECT =
      """
      select r.*, h.lead_id, h.source, h.campaign from rejection r
      join handoff h on h.id = r.handoff_id
      """;

  private static final RecordRows<Rejection> ROWS = RecordRows.of(Rejection.class);

  private final JdbcClient db;

  Rejections(JdbcClient db) {
    this.db = db;
  }

  public Optional<Rejection> find(String handoffId) {
    return db.sql(SELECT + "where r.handoff_id = :id")
        .param("id", handoffId)
        .query(ROWS)
        .optional();
  }

  Optional<Rejection> lock(String handoffId) {
    db.sql("select handoff_id from rejection where handoff_id = :id for update")
        .param("id", handoffId)
        .query(String.class)
        .optional();
    return find(handoffId);
  }

  /**
   * One page of them, what is due first leading, of what is done the newest.
   *
   * @param state null for all
   * @param rejectedBy only this person's, or null for everybody's
   */
  public List<Rejection> page(@Nullable State state, @Nullable String rejectedBy, int page) {
    boolean waits = state == State.OPEN || state == State.CONTESTED;
    return db.sql(
            SELECT
                + """
                where (cast(:state as varchar) is null or r.state = :state)
                  and (cast(:by as varchar) is null or r.rejected_by = :by)
                order by %s, r.handoff_id
                offset :offset rows fetch first :most rows only
                """
                    .formatted(waits ? "r.due_at" : "r.rejected_at desc"))
        .param("state", state == null ? null : state.name())
        .param("by", rejectedBy)
        .param("offset", page * PAGE)
        .param("most", PAGE + 1)
        .query(ROWS)
        .list();
  }

  /** How many wait in a state. */
  public long count(State state) {
    return db.sql("select count(*) as waiting from rejection where state = :state")
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  /** False when this rejection is known already. */
  boolean open(HandoffClosed no, @Nullable String note, int taxonomy, Instant dueAt) {
    return db.sql(
                """
                insert into rejection (handoff_id, question, reason, note, taxonomy, rejected_by,
                  rejected_at, due_at, state)
                values (:handoffId, :question, :reason, :note, :taxonomy, :by, :at, :dueAt, 'OPEN')
                on conflict do nothing
                """)
            .param("handoffId", no.handoffId())
            .param("question", no.stage())
            .param("reason", no.reason())
            .param("note", note)
            .param("taxonomy", taxonomy)
            .param("by", no.by())
            .param("at", Sql.timestamp(no.at()))
            .param("dueAt", Sql.timestamp(dueAt))
            .update()
        == 1;
  }

  void answer(String handoffId, Reply reply, @Nullable Instant decisionDueAt) {
    db.sql(
            """
            update rejection set state = :state, answer = :answer, answer_note = :note,
              answered_by = :by, answered_at = :at, decision_due_at = :decisionDueAt
            where handoff_id = :id
            """)
        .param("state", (decisionDueAt == null ? State.ANSWERED : State.CONTESTED).name())
        .param("answer", reply.word())
        .param("note", reply.note())
        .param("by", reply.by())
        .param("at", Sql.timestamp(reply.at()))
        .param("decisionDueAt", Sql.timestampOrNull(decisionDueAt))
        .param("id", handoffId)
        .update();
  }

  void decide(String handoffId, Reply reply) {
    db.sql(
            """
            update rejection set state = 'DECIDED', decision = :decision, decision_note = :note,
              decided_by = :by, decided_at = :at
            where handoff_id = :id
            """)
        .param("decision", reply.word())
        .param("note", reply.note())
        .param("by", reply.by())
        .param("at", Sql.timestamp(reply.at()))
        .param("id", handoffId)
        .update();
  }

  /** What somebody said to it. */
  record Reply(String word, @Nullable String note, String by, Instant at) {}
}
