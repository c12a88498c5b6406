package dev.baton.handoff.answer;

import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LockedHandoffRows;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reps did to reach a lead; automatic mail is not among it. */
@Component
public class Touches {
  public static final String NO_ANSWER = "no_answer";

  /**
   * Whether what a touch {@code t} planned still holds: an answer that the lead gave since, to the
   * qualification or to the opportunity, has made it pointless.
   */
  public static final String STILL_PLANNED =
      """
      not exists (select 1 from answer given where given.handoff_id = t.handoff_id
        and given.question in ('qualification', 'opportunity')
        and given.answered_at > t.recorded_at)""";

  private final JdbcClient db;
  private final FirstTouchRule rule;

  /** Of the handoffs that the transaction has locked; whoever adds one has. */
  private final LockedHandoffRows<Touch> read;

  Touches(JdbcClient db, FirstTouchRule rule, Handoffs handoffs) {
    this.db = db;
    this.rule = rule;
    this.read = new LockedHandoffRows<>(Touch.class, handoffs);
  }

  /** Judges an answer that was checked. */
  public TouchVerdict judge(AnswerReader answer) {
    return rule.judge(answer.text(AnswerFields.KIND), answer.text(AnswerFields.OUTCOME));
  }

  /** Of an answer that was checked. */
  public static Touch read(AnswerReader answer, TouchVerdict verdict, String by, Instant now) {
    return new Touch(
        answer.requiredText(AnswerFields.KIND),
        answer.text(AnswerFields.OUTCOME),
        verdict.countsAs(),
        Objects.requireNonNullElse(answer.instant(AnswerFields.AT), now),
        answer.instant(AnswerFields.NEXT_AT),
        answer.text(AnswerFields.NOTE),
        by,
        now);
  }

  public void append(String handoffId, Touch touch) {
    read.forget(handoffId);
    db.sql(
            """
            insert into touch
              (handoff_id, kind, outcome, counts_as, happened_at, next_at, note, made_by, recorded_at)
            values (:handoffId, :kind, :outcome, :countsAs, :at, :nextAt, :note, :by, :recordedAt)
            """)
        .param("handoffId", handoffId)
        .param("kind", touch.kind())
        .param("outcome", touch.outcome())
        .param("countsAs", touch.countsAs())
        .param("at", Sql.timestamp(touch.at()))
        .param("nextAt", Sql.timestampOrNull(touch.nextAt()))
        .param("note", touch.note())
        .param("by", touch.by())
        .param("recordedAt", Sql.timestamp(touch.recordedAt()))
        .update();
  }

  /** When the last one planned to try again, if it did. */
  public Optional<Instant> next(String handoffId) {
    List<Touch> all = of(handoffId);
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(all.size() - 1).nextAt());
  }

  /** What was planned until now and nobody was told of; a later touch has made it pointless. */
  public List<PlannedAttempt> untold(Instant now, int most) {
    return db.sql(
            """
            select t.id, t.handoff_id, t.next_at from touch t join handoff h on h.id = t.handoff_id
            where t.next_at <= :now and t.reminded_at is null
              and h.is_open = true and h.state <> 'CLOSED'
              and not exists (select 1 from touch l
                where l.handoff_id = t.handoff_id and l.id > t.id)
              and %s
            order by t.next_at, t.id fetch first %d rows only
            """
                .formatted(STILL_PLANNED, most))
        .param("now", Sql.timestamp(now))
        .query(RecordRows.of(PlannedAttempt.class))
        .list();
  }

  /** Whether it is this caller who tells; another node may have been faster. */
  public boolean tell(PlannedAttempt planned, Instant now) {
    return db.sql("update touch set reminded_at = :now where id = :id and reminded_at is null")
            .param("now", Sql.timestamp(now))
            .param("id", planned.id())
            .update()
        == 1;
  }

  /** How many times somebody tried, by handoff. */
  public int attempts(String handoffId) {
    return of(handoffId).size();
  }

  /** How many times somebody tried since they last spoke. */
  public int attemptsSinceContact(String handoffId) {
    int since = 0;
    for (Touch touch : of(handoffId)) {
      since = touch.countsAs().equals("contact") ? 0 : since + 1;
    }
    return since;
  }

  /** The touches of a handoff, oldest first. */
  public List<Touch> of(String handoffId) {
    return read.of(handoffId, this::select);
  }

  /** Reads them for several handoffs that the transaction has locked, at once. */
  public void readOfLocked(Collection<String> handoffIds) {
    Map<String, List<Touch>> all = select(handoffIds);
    handoffIds.forEach(handoff -> read.of(handoff, id -> all.getOrDefault(id, List.of())));
  }

  private List<Touch> select(String handoffId) {
    return select(List.of(handoffId)).getOrDefault(handoffId, List.of());
  }

  private Map<String, List<Touch>> select(Collection<String> handoffIds) {
    return Sql.listsByIds(
        handoffIds,
        some ->
            db.sql("select * from touch where handoff_id in (:ids) order by id")
                .param("ids", some)
                .query((rs, row) -> Map.entry(rs.getString("handoff_id"), touch(rs)))
                .list());
  }

  private static Touch touch(ResultSet row) throws SQLException {
    return new Touch(
        row.getString("kind"),
        row.getString("outcome"),
        row.getString("counts_as"),
        Sql.instant(row, "happened_at"),
        Sql.instantOrNull(row, "next_at"),
        row.getString("note"),
        row.getString("made_by"),
        Sql.instant(row, "recorded_at"));
  }
}
