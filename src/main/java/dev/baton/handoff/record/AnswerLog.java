package dev.baton.handoff.record;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people answered, append-only. */
@Component
public class AnswerLog {
  private static final Duration LONGEST_RECORDING = Duration.ofMinutes(5);

  private final JdbcClient db;
  private final RejectionTaxonomy taxonomy;

  /** Of the handoffs that the transaction has locked; whoever answers one has. */
  private final LockedHandoffRows<AnswerEntry> read;

  /** The last one that the transaction has given to a handoff. */
  private final TransactionRows<AnswerEntry> given = new TransactionRows<>(AnswerEntry.class);

  AnswerLog(JdbcClient db, RejectionTaxonomy taxonomy, Handoffs handoffs) {
    this.db = db;
    this.taxonomy = taxonomy;
    this.read = new LockedHandoffRows<>(AnswerEntry.class, handoffs);
  }

  /** What the log calls a change of owner, which answers no question. */
  public static final String REASSIGN = "reassign";

  /** What it calls a rep's taking of a lead that nobody owned. */
  public static final String CLAIM = "claim";

  /** What it calls a restart of an interrupted handoff. */
  public static final String RESTART = "restart";

  /** What it calls the end of a handoff whose lead turned out to be another one. */
  public static final String MERGE = "merge";

  /** What it calls the end of a handoff whose lead was erased. */
  public static final String ERASURE = "erasure";

  /** What it calls an owner's word that a lead is not theirs. */
  public static final String DECLINE = "decline";

  /** Who has said of a lead that it isn't theirs, in any of its handoffs. */
  public Set<String> decliners(String leadId) {
    return Set.copyOf(
        db.sql(
                """
                select distinct a.answered_by from answer a join handoff h on h.id = a.handoff_id
                where h.lead_id = :lead and a.question = :decline
                """)
            .param("lead", leadId)
            .param("decline", DECLINE)
            .query(String.class)
            .list());
  }

  /** The last answer to a question. */
  public Optional<AnswerEntry> lastAnswer(String handoffId) {
    return given
        .kept(handoffId)
        .or(
            () ->
                of(handoffId).stream()
                    .filter(AnswerLog::isAnswer)
                    .reduce((earlier, later) -> later));
  }

  private static boolean isAnswer(AnswerEntry entry) {
    return !Set.of(REASSIGN, CLAIM, RESTART, DECLINE).contains(entry.question());
  }

  public void append(String handoffId, AnswerEntry entry) {
    read.forget(handoffId);
    if (isAnswer(entry)) {
      given.keep(handoffId, entry);
    }
    db.sql(
            """
            insert into answer
              (handoff_id, question, decision, reason, note, content, answered_by, answered_at,
                taxonomy)
            values (:handoffId, :question, :decision, :reason, :note, :content, :by, :at,
              :taxonomy)
            """)
        .param("handoffId", handoffId)
        .param("question", entry.question())
        .param("decision", entry.decision())
        .param("reason", entry.reason())
        .param("note", entry.note())
        .param("content", entry.content())
        .param("by", entry.answeredBy())
        .param("at", Sql.timestamp(entry.answeredAt()))
        .param("taxonomy", entry.reason() == null ? null : taxonomy.version())
        .update();
  }

  /**
   * Whether an answer is held at an instant and about to be recorded (rule R27); one that couldn't
   * be recorded for long is waited for no more.
   */
  public boolean isHeld(String handoffId, Instant at) {
    return db.sql(
                """
                select count(*) from held_answer
                where handoff_id = :handoffId and refused is null and applies_at > :left
                """)
            .param("handoffId", handoffId)
            .param("left", Sql.timestamp(at.minus(LONGEST_RECORDING)))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The answers of a handoff, oldest first. */
  public List<AnswerEntry> of(String handoffId) {
    return read.of(handoffId, this::select);
  }

  private List<AnswerEntry> select(String handoffId) {
    return db.sql("select * from answer where handoff_id = :handoffId order by id")
        .param("handoffId", handoffId)
        .query(RecordRows.of(AnswerEntry.class))
        .list();
  }
}
