package dev.baton.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a meeting.
 *
 * @param startsAt when the meeting was from then on, and {@code owner} with whom
 * @param by a user id; {@code rule} where routing gave the lead to somebody else; null: the lead
 */
public record BookingEvent(
    long id,
    String bookingId,
    What what,
    Instant startsAt,
    String owner,
    @Nullable String by,
    Instant at) {

  /** What it was. */
  public enum What {
    BOOKED,
    MOVED,
    CANCELLED,
    HELD,
    NO_SHOW,
    /** The lead belongs to somebody else, the meeting doesn't yet. */
    REOWNED,
    /** Whom the lead belongs to meets it. */
    TAKEN_OVER
  }
}
