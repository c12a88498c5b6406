package dev.baton.review;

import dev.baton.review.minutes.DecisionDeadline;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of what reviews decided, and what became of it, in the table {@code review_decision}.
 */
@Component
public class AgreedDecisions {
  private final JdbcClient db;

  AgreedDecisions(JdbcClient db) {
    this.db = db;
  }

  void add(AgreedDecision decision, int place) {
    db.sql(
            """
            insert into review_decision (id, review_id, place, point, what, owner, due_on, warn_at,
              due_at, agreed_at, agreed_by)
            values (:id, :review, :place, :point, :what, :owner, :dueOn, :warnAt, :dueAt, :agreedAt,
              :agreedBy)
            """)
        .param("id", decision.id())
        .param("review", decision.reviewId())
        .param("place", place)
        .param("point", decision.point())
        .param("what", decision.what())
        .param("owner", decision.owner())
        .param("dueOn", decision.deadline().dueOn())
        .param("warnAt", Sql.timestamp(decision.deadline().warnAt()))
        .param("dueAt", Sql.timestamp(decision.deadline().dueAt()))
        .param("agreedAt", Sql.timestamp(decision.agreedAt()))
        .param("agreedBy", decision.agreedBy())
        .update();
  }

  public Optional<AgreedDecision> find(String id) {
    return where("id = :value", id).stream().findFirst();
  }

  Optional<AgreedDecision> lock(String id) {
    return where("id = :value for update", id).stream().findFirst();
  }

  public List<AgreedDecision> of(String reviewId) {
    return where("review_id = :value order by place", reviewId);
  }

  /** What a person still has to do, the most urgent first. */
  public List<AgreedDecision> openOf(String owner) {
    return where("owner = :value and result is null order by due_at, id", owner);
  }

  private List<AgreedDecision> where(String condition, String value) {
    return db.sql("select * from review_decision where " + condition)
        .param("value", value)
        .query(AgreedDecisions::read)
        .list();
  }

  /** Still open ones of earlier reviews of this kind, the oldest first. */
  List<AgreedDecision> openBefore(ReviewType type, Instant slotAt) {
    return db.sql(
            """
            select d.* from review_decision d join handoff_review r on r.id = d.review_id
            where r.kind = :kind and r.slot_at < :slotAt and d.result is null
            order by d.due_at, d.id
            """)
        .param("kind", type.word())
        .param("slotAt", Sql.timestamp(slotAt))
        .query(AgreedDecisions::read)
        .list();
  }

  void close(String id, DecisionResult result) {
    db.sql(
            """
            update review_decision set result = :result, note = :note, closed_by = :by,
              closed_at = :at
            where id = :id
            """)
        .param("result", result.result())
        .param("note", result.note())
        .param("by", result.closedBy())
        .param("at", Sql.timestamp(result.closedAt()))
        .param("id", id)
        .update();
  }

  private static AgreedDecision read(ResultSet rs, int row) throws SQLException {
    return new AgreedDecision(
        rs.getString("id"),
        rs.getString("review_id"),
        rs.getString("point"),
        rs.getString("what"),
        rs.getString("owner"),
        new DecisionDeadline(
            rs.getObject("due_on", LocalDate.class),
            Sql.instant(rs, "warn_at"),
            Sql.instant(rs, "due_at")),
        Sql.instant(rs, "agreed_at"),
        rs.getString("agreed_by"),
        result(rs));
  }

  private static @Nullable DecisionResult result(ResultSet rs) throws SQLException {
    String result = rs.getString("result");
    return result == null
        ? null
        : new DecisionResult(
            result, rs.getString("note"), Sql.instant(rs, "closed_at"), rs.getString("closed_by"));
  }
}
