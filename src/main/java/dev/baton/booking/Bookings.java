package dev.baton.booking;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of meetings, and of the time that they take of their owners. */
@Component
class Bookings {
  static final RecordRows<Booking> ROWS = RecordRows.of(Booking.class);

  private final JdbcClient db;
  private final BookingSettings terms;

  Bookings(JdbcClient db, BookingSettings terms) {
    this.db = db;
    this.terms = terms;
  }

  Optional<Booking> find(String id) {
    return db.sql("select * from booking where id = :id").param("id", id).query(ROWS).optional();
  }

  /** The same, and the row stays locked until the transaction ends. */
  Booking lock(String id) {
    return db.sql("select * from booking where id = :id for update")
        .param("id", id)
        .query(ROWS)
        .single();
  }

  /** The latest first. */
  List<Booking> ofLead(String leadId) {
    return db.sql("select * from booking where lead_id = :lead order by starts_at desc, id")
        .param("lead", leadId)
        .query(ROWS)
        .list();
  }

  /** Those of somebody that haven't ended yet. */
  List<Booking> ahead(String owner, Instant now) {
    return db.sql(
            """
            select * from booking where owner = :owner and state = 'BOOKED' and ends_at > :now
            order by starts_at, id
            """)
        .param("owner", owner)
        .param("now", Sql.timestamp(now))
        .query(ROWS)
        .list();
  }

  /**
   * Adds a meeting.
   *
   * @return false when another one has some of its time: nothing of it is to be kept then
   */
  boolean add(Booking booking) {
    db.sql(
            """
            insert into booking
              (id, lead_id, handoff_id, owner, starts_at, ends_at, zone, state, sequence)
            values (:id, :lead, :handoff, :owner, :starts, :ends, :zone, :state, :sequence)
            """)
        .param("id", booking.id())
        .param("lead", booking.leadId())
        .param("handoff", booking.handoffId())
        .param("owner", booking.owner())
        .param("starts", Sql.timestamp(booking.startsAt()))
        .param("ends", Sql.timestamp(booking.endsAt()))
        .param("zone", booking.zone())
        .param("state", booking.state().name())
        .param("sequence", booking.sequence())
        .update();
    return takeTime(booking);
  }

  /** Keeps what became of a locked meeting; false as in {@link #add}. */
  boolean change(Booking booking) {
    db.sql(
            """
            update booking set owner = :owner, starts_at = :starts, ends_at = :ends, zone = :zone,
              state = :state, sequence = :sequence
            where id = :id
            """)
        .param("owner", booking.owner())
        .param("starts", Sql.timestamp(booking.startsAt()))
        .param("ends", Sql.timestamp(booking.endsAt()))
        .param("zone", booking.zone())
        .param("state", booking.state().name())
        .param("sequence", booking.sequence())
        .param("id", booking.id())
        .update();
    db.sql("delete from booked_time where booking_id = :id").param("id", booking.id()).update();
    return !booking.isBooked() || takeTime(booking);
  }

  /**
   * In the order of time, so that two who want the same wait for each other and never in a circle;
   * with the buffer behind it, which is the one before the next.
   */
  private boolean takeTime(Booking booking) {
    List<Object> values = new ArrayList<>();
    Instant end = booking.endsAt().plus(terms.buffer());
    int units = 0;
    for (Instant at = booking.startsAt(); at.isBefore(end); at = at.plus(BookingSettings.UNIT)) {
      values.add(booking.owner());
      values.add(Sql.timestamp(at));
      values.add(booking.id());
      units++;
    }
    String rows = "(?, ?, ?), ".repeat(units - 1) + "(?, ?, ?)";
    return db.sql(
                "insert into booked_time (owner, at, booking_id) values %s on conflict do nothing"
                    .formatted(rows))
            .params(values)
            .update()
        == units;
  }

  /** Another record turned out to be the same person. */
  void follow(String leadId, String into) {
    db.sql("update booking set lead_id = :into where lead_id = :lead")
        .param("into", into)
        .param("lead", leadId)
        .update();
  }
}
