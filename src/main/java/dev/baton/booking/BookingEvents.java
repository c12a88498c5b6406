package dev.baton.booking;

import dev.baton.booking.BookingEvent.What;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of what became of meetings, in the table {@code booking_event}: append-only. */
@Component
class BookingEvents {
  private final JdbcClient db;
  private final ApplicationEventPublisher facts;

  BookingEvents(JdbcClient db, ApplicationEventPublisher facts) {
    this.db = db;
    this.facts = facts;
  }

  void add(Booking booking, What what, @Nullable String by, Instant at) {
    db.sql(
            """
            insert into booking_event
              (booking_id, what, starts_at, owner, caused_by, happened_at)
            values (:booking, :what, :starts, :owner, :by, :at)
            """)
        .param("booking", booking.id())
        .param("what", what.name())
        .param("starts", Sql.timestamp(booking.startsAt()))
        .param("owner", booking.owner())
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .update();
    facts.publishEvent(new MeetingChanged(booking, what, at));
  }

  /** Of the meetings of a handoff, the oldest first. */
  List<BookingEvent> ofHandoff(String handoffId) {
    return db.sql(
            """
            select e.* from booking_event e join booking b on b.id = e.booking_id
            where b.handoff_id = :handoff order by e.id
            """)
        .param("handoff", handoffId)
        .query(BookingEvents::read)
        .list();
  }

  /** What a signal and a touch are still to follow from. */
  List<BookingEvent> unfollowed() {
    return db.sql(
            """
            select * from booking_event
            where followed_at is null and what in ('BOOKED', 'HELD') order by id
            """)
        .query(BookingEvents::read)
        .list();
  }

  /** Whether it is this caller from whom it follows. */
  boolean follow(BookingEvent event, Instant at) {
    return db.sql(
                """
                update booking_event set followed_at = :at
                where id = :id and followed_at is null
                """)
            .param("at", Sql.timestamp(at))
            .param("id", event.id())
            .update()
        == 1;
  }

  private static BookingEvent read(ResultSet row, int number) throws SQLException {
    return new BookingEvent(
        row.getLong("id"),
        row.getString("booking_id"),
        What.valueOf(row.getString("what")),
        Sql.instant(row, "starts_at"),
        row.getString("owner"),
        row.getString("caused_by"),
        Sql.instant(row, "happened_at"));
  }
}
