package dev.baton.handoff.held;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the answers that can still be taken back. */
@Component
public class HeldAnswers {
  private final JdbcClient db;
  private final ObjectMapper json;

  HeldAnswers(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * What this person has said and can take back, and what could not be recorded; the last first.
   */
  public List<HeldAnswer> of(String by) {
    return db.sql(
            """
            select * from held_answer where given_by = :by
              and (taken_at is null or refused is not null) order by id desc
            """)
        .param("by", by)
        .query(this::read)
        .list();
  }

  /** What is held of a handoff, in the order in which it was said. */
  List<HeldAnswer> ofHandoff(String handoffId) {
    return db.sql(
            """
            select * from held_answer where handoff_id = :handoff and refused is null
            order by given_at, id
            """)
        .param("handoff", handoffId)
        .query(this::read)
        .list();
  }

  Optional<HeldAnswer> find(String handoffId, HeldQuestion question) {
    return db.sql("select * from held_answer where handoff_id = :handoff and question = :question")
        .param("handoff", handoffId)
        .param("question", question.word())
        .query(this::read)
        .optional();
  }

  /** False where something is held already of that question. */
  boolean add(
      String handoffId,
      HeldQuestion question,
      Map<String, Object> fields,
      String by,
      Instant at,
      Instant appliesAt) {
    return db.sql(
                """
                insert into held_answer
                  (handoff_id, question, fields, given_by, given_at, applies_at)
                values (:handoff, :question, :fields, :by, :at, :appliesAt)
                on conflict do nothing
                """)
            .param("handoff", handoffId)
            .param("question", question.word())
            .param("fields", JsonColumn.write(json, fields))
            .param("by", by)
            .param("at", Sql.timestamp(at))
            .param("appliesAt", Sql.timestamp(appliesAt))
            .update()
        == 1;
  }

  /** Takes one back; false where it is being recorded. */
  boolean remove(String handoffId, HeldQuestion question, String by) {
    return db.sql(
                """
                delete from held_answer where handoff_id = :handoff and question = :question
                  and given_by = :by and (taken_at is null or refused is not null)
                """)
            .param("handoff", handoffId)
            .param("question", question.word())
            .param("by", by)
            .update()
        == 1;
  }

  /** Which are to be recorded by now, also those that another node began with and left. */
  List<HeldAnswer> due(Instant now, Instant leftSince) {
    return db.sql(
            """
            select * from held_answer
            where applies_at <= :now and (taken_at is null or taken_at < :left)
              and refused is null
            order by given_at, id fetch first 100 rows only
            """)
        .param("now", Sql.timestamp(now))
        .param("left", Sql.timestamp(leftSince))
        .query(this::read)
        .list();
  }

  /** When the next one is to be recorded. */
  Optional<Instant> next() {
    return db.sql("select min(applies_at) as at from held_answer where taken_at is null")
        .query((rs, row) -> Optional.ofNullable(Sql.instantOrNull(rs, "at")))
        .single();
  }

  /** Begins to record one; false where somebody else does, or it was taken back. */
  boolean take(HeldAnswer answer, Instant now, Instant leftSince) {
    return db.sql(
                """
                update held_answer set taken_at = :now
                where id = :id and (taken_at is null or taken_at < :left)
                """)
            .param("now", Sql.timestamp(now))
            .param("left", Sql.timestamp(leftSince))
            .param("id", answer.id())
            .update()
        == 1;
  }

  void end(HeldAnswer answer) {
    db.sql("delete from held_answer where id = :id").param("id", answer.id()).update();
  }

  void refuse(HeldAnswer answer, String why) {
    db.sql("update held_answer set refused = :why where id = :id")
        .param("why", why)
        .param("id", answer.id())
        .update();
  }

  private HeldAnswer read(ResultSet rs, int row) throws SQLException {
    return new HeldAnswer(
        rs.getLong("id"),
        rs.getString("handoff_id"),
        rs.getString("question"),
        JsonColumn.read(json, rs.getString("fields"), new TypeReference<>() {}),
        rs.getString("given_by"),
        Sql.instant(rs, "given_at"),
        Sql.instant(rs, "applies_at"),
        rs.getString("refused"));
  }
}
