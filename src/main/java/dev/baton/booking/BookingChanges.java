package dev.baton.booking;

import dev.baton.booking.BookingEvent.What;
import dev.baton.booking.BookingLinks.BookingLink;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.Conflict;
import dev.baton.lead.Leads;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of meetings, within a transaction: the row, its time, what became of it, who is told. */
@Component
class BookingChanges {
  private final Bookings bookings;
  private final BookingEvents events;
  private final BookingLinks links;
  private final BookingNotices notices;
  private final Leads leads;
  private final Handoffs handoffs;
  private final Clock clock;

  BookingChanges(
      Bookings bookings,
      BookingEvents events,
      BookingLinks links,
      BookingNotices notices,
      Leads leads,
      Handoffs handoffs,
      Clock clock) {
    this.bookings = bookings;
    this.events = events;
    this.links = links;
    this.notices = notices;
    this.leads = leads;
    this.handoffs = handoffs;
    this.clock = clock;
  }

  static Conflict taken() {
    return new Conflict("This time isn’t free any more; please choose another one");
  }

  /** Books a meeting; a lead has one at a time. */
  Booking book(BookingLink link, String owner, Instant from, Instant to, String zone) {
    leads.lock(link.leadId());
    Instant now = clock.instant();
    if (bookings.ofLead(link.leadId()).stream().anyMatch(booking -> booking.isAhead(now))) {
      throw new Conflict(
          "You have a meeting with us already; the link to move or cancel it is in our mail about"
              + " it");
    }
    Handoff handoff =
        handoffs
            .open(link.leadId())
            .filter(open -> owner.equals(open.owner()))
            .orElseThrow(BookingChanges::taken);
    Booking booking =
        new Booking(
            Sql.newId(),
            link.leadId(),
            handoff.id(),
            owner,
            from,
            to,
            zone,
            BookingState.BOOKED,
            0);
    if (!bookings.add(booking)) {
      throw taken();
    }
    links.leadTo(link, booking.id());
    events.add(booking, What.BOOKED, null, now);
    notices.tell(booking, What.BOOKED, now);
    return booking;
  }

  /** Nobody else changes it until the transaction ends. */
  Booking lock(String id) {
    return bookings.lock(id);
  }

  /**
   * Keeps what became of a locked meeting and tells both.
   *
   * @param by a user id; null: the lead
   */
  Booking change(Booking before, Booking after, What what, @Nullable String by) {
    if (!bookings.change(after)) {
      throw taken();
    }
    Instant now = clock.instant();
    events.add(after, what, by, now);
    notices.tell(after, what, now);
    if (!after.owner().equals(before.owner())) {
      notices.takenOver(before, after, now);
    }
    return after;
  }

  /** Keeps how a meeting went; nobody is told. */
  Booking end(Booking before, BookingState how, String by) {
    Booking after = before.ended(how);
    bookings.change(after);
    events.add(after, how == BookingState.HELD ? What.HELD : What.NO_SHOW, by, clock.instant());
    return after;
  }
}
