package dev.baton.review;

import dev.baton.review.HandoffReview.State;
import dev.baton.review.minutes.ReviewMinutes;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of reviews, in the table {@code handoff_review}; kept for ever. */
@Component
public class HandoffReviews {
  public static final int PAGE = 50;

  private final JdbcClient db;

  HandoffReviews(JdbcClient db) {
    this.db = db;
  }

  public Optional<HandoffReview> find(String id) {
    return where("id = :value", id);
  }

  /** Reads it and keeps its row locked until the transaction ends. */
  Optional<HandoffReview> lock(String id) {
    return where("id = :value for update", id);
  }

  Optional<HandoffReview> lockPlanned(ReviewType type) {
    return where("kind = :value and is_planned = true for update", type.word());
  }

  Optional<HandoffReview> lockOpen(ReviewType type) {
    return where("kind = :value and is_open = true for update", type.word());
  }

  private Optional<HandoffReview> where(String condition, String value) {
    return db.sql("select * from handoff_review where " + condition)
        .param("value", value)
        .query(HandoffReviews::read)
        .optional();
  }

  /** The slot of the last one that is not to come any more. */
  Optional<Instant> lastSlot(ReviewType type) {
    return db.sql(
            """
            select slot_at from handoff_review where kind = :kind and is_planned is null
            order by slot_at desc fetch first 1 rows only
            """)
        .param("kind", type.word())
        .query((rs, row) -> Sql.instant(rs, "slot_at"))
        .optional();
  }

  /** In these states, those to come first and of the others the newest; one more than a page. */
  public List<HandoffReview> page(@Nullable State state, @Nullable ReviewType type, int page) {
    boolean toCome = state == State.PLANNED;
    return db.sql(
            """
            select * from handoff_review
            where (cast(:state as varchar) is null or state = :state)
              and (cast(:kind as varchar) is null or kind = :kind)
            order by slot_at %s, kind offset :offset rows fetch next :limit rows only
            """
                .formatted(toCome ? "asc" : "desc"))
        .param("state", state == null ? null : state.name())
        .param("kind", type == null ? null : type.word())
        .param("offset", page * PAGE)
        .param("limit", PAGE + 1)
        .query(HandoffReviews::read)
        .list();
  }

  /** The last one of this kind that was held before a slot. */
  Optional<HandoffReview> heldBefore(ReviewType type, Instant slotAt) {
    return db.sql(
            """
            select * from handoff_review
            where kind = :kind and state = 'HELD' and slot_at < :slotAt
            order by slot_at desc fetch first 1 rows only
            """)
        .param("kind", type.word())
        .param("slotAt", Sql.timestamp(slotAt))
        .query(HandoffReviews::read)
        .optional();
  }

  /** False when somebody else has planned one of this kind, or this slot is taken. */
  boolean plan(String id, ReviewType type, String title, Instant slotAt) {
    return db.sql(
                """
                insert into handoff_review (id, kind, title, slot_at, state, is_planned)
                values (:id, :kind, :title, :slotAt, 'PLANNED', true)
                on conflict do nothing
                """)
            .param("id", id)
            .param("kind", type.word())
            .param("title", title)
            .param("slotAt", Sql.timestamp(slotAt))
            .update()
        == 1;
  }

  void move(String id, String title, Instant slotAt) {
    db.sql("update handoff_review set slot_at = :slotAt, title = :title where id = :id")
        .param("slotAt", Sql.timestamp(slotAt))
        .param("title", title)
        .param("id", id)
        .update();
  }

  void forget(String id) {
    db.sql("delete from handoff_review where id = :id and state = 'PLANNED'")
        .param("id", id)
        .update();
  }

  /** A slot that passed while nothing ran. */
  void missed(String id, HandoffReview like, Instant slotAt, String why, Instant now) {
    db.sql(
            """
            insert into handoff_review (id, kind, title, slot_at, state, closed_at, reason)
            values (:id, :kind, :title, :slotAt, 'SKIPPED', :now, :why)
            on conflict do nothing
            """)
        .param("id", id)
        .param("kind", like.kind().word())
        .param("title", like.title())
        .param("slotAt", Sql.timestamp(slotAt))
        .param("now", Sql.timestamp(now))
        .param("why", why)
        .update();
  }

  void open(HandoffReview review) {
    ReviewDeadline deadline = review.openDeadline();
    db.sql(
            """
            update handoff_review set state = 'OPEN', is_planned = null, is_open = true,
              title = :title, slot_at = :slotAt, participants = :participants,
              opened_at = :openedAt, warn_at = :warnAt, due_at = :dueAt
            where id = :id
            """)
        .param("title", review.title())
        .param("slotAt", Sql.timestamp(review.slotAt()))
        .param("participants", String.join(",", review.participants()))
        .param("openedAt", Sql.timestamp(deadline.openedAt()))
        .param("warnAt", Sql.timestamp(deadline.warnAt()))
        .param("dueAt", Sql.timestamp(deadline.dueAt()))
        .param("id", review.id())
        .update();
  }

  void hold(String id, ReviewMinutes minutes, String by, Instant at) {
    close(id, State.HELD, by, at, null);
    db.sql("update handoff_review set attendees = :attended, summary = :summary where id = :id")
        .param("attended", String.join(",", minutes.attended()))
        .param("summary", minutes.summary())
        .param("id", id)
        .update();
  }

  void skip(String id, @Nullable String by, Instant at, String why) {
    close(id, State.SKIPPED, by, at, why);
  }

  private void close(
      String id, State state, @Nullable String by, Instant at, @Nullable String why) {
    db.sql(
            """
            update handoff_review set state = :state, is_planned = null, is_open = null,
              closed_at = :at, closed_by = :by, reason = :why
            where id = :id
            """)
        .param("state", state.name())
        .param("at", Sql.timestamp(at))
        .param("by", by)
        .param("why", why)
        .param("id", id)
        .update();
  }

  private static HandoffReview read(ResultSet rs, int row) throws SQLException {
    return new HandoffReview(
        rs.getString("id"),
        ReviewType.of(rs.getString("kind")).orElseThrow(),
        rs.getString("title"),
        Sql.instant(rs, "slot_at"),
        State.valueOf(rs.getString("state")),
        AgendaItem.list(rs.getString("participants")),
        deadline(rs),
        new ReviewOutcome(
            Sql.instantOrNull(rs, "closed_at"),
            rs.getString("closed_by"),
            rs.getString("reason"),
            AgendaItem.list(rs.getString("attendees")),
            rs.getString("summary")));
  }

  private static @Nullable ReviewDeadline deadline(ResultSet rs) throws SQLException {
    Instant openedAt = Sql.instantOrNull(rs, "opened_at");
    return openedAt == null
        ? null
        : new ReviewDeadline(openedAt, Sql.instant(rs, "warn_at"), Sql.instant(rs, "due_at"));
  }
}
