package dev.baton.booking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.booking.calendar.TimeSpan;
import java.time.Instant;

/**
 * Meeting that a lead booked.
 *
 * @param owner whom the lead meets: who owned its handoff when it was booked, or took it over
 * @param zone in which the lead reads it
 * @param sequence of its invitations, raised whenever it is moved or off
 */
public record Booking(
    String id,
    String leadId,
    String handoffId,
    String owner,
    Instant startsAt,
    Instant endsAt,
    String zone,
    BookingState state,
    int sequence) {

  @JsonIgnore
  public boolean isBooked() {
    return state == BookingState.BOOKED;
  }

  /** Whether somebody has said how it went. */
  boolean isOver() {
    return state == BookingState.HELD || state == BookingState.NO_SHOW;
  }

  public TimeSpan time() {
    return new TimeSpan(startsAt, endsAt);
  }

  /** Whether it is still to come, so that it can be moved or cancelled. */
  boolean isAhead(Instant now) {
    return isBooked() && startsAt.isAfter(now);
  }

  /** The same with somebody at another time, or with somebody else. */
  Booking at(String other, Instant start, Instant end, String readIn) {
    return new Booking(
        id, leadId, handoffId, other, start, end, readIn, BookingState.BOOKED, sequence + 1);
  }

  Booking cancelled() {
    return new Booking(
        id, leadId, handoffId, owner, startsAt, endsAt, zone, BookingState.CANCELLED, sequence + 1);
  }

  Booking ended(BookingState how) {
    return new Booking(id, leadId, handoffId, owner, startsAt, endsAt, zone, how, sequence);
  }
}
