package dev.baton.booking;

import dev.baton.people.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a lead is told of its meeting beside the mail, as the meeting stands when it is told. */
@Component
public class MeetingMessages {
  private final Bookings bookings;
  private final BookingLinks links;
  private final Invitations invitations;

  MeetingMessages(Bookings bookings, BookingLinks links, Invitations invitations) {
    this.bookings = bookings;
    this.links = links;
    this.invitations = invitations;
  }

  /** The meeting, unless it was changed since or somebody has said how it went. */
  public Optional<Booking> asOf(String id, int sequence) {
    return bookings.find(id).filter(booking -> booking.sequence() == sequence && !booking.isOver());
  }

  /** Whether it is still to come. */
  public boolean isAhead(Booking booking, Instant now) {
    return booking.isAhead(now);
  }

  /** With whom it is. */
  public String owner(Booking booking) {
    return invitations.nameOfOwner(booking);
  }

  /** When it is, on the lead's clock. */
  public String when(Booking booking, Language language) {
    return BookingText.when(
        booking, BookingText.zone(booking.zone()).orElse(ZoneOffset.UTC), language);
  }

  /**
   * A fresh link, whole and secret: to move or cancel it, or of one that is off to book another.
   */
  public String link(Booking booking) {
    return links.make(booking.leadId(), booking.isBooked() ? booking.id() : null);
  }
}
