package dev.baton.booking;

import dev.baton.booking.BookingEvent.What;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.lead.LeadsMerged;
import dev.baton.privacy.PersonErased;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to a lead happens to its meetings: another owner, another record, its end. */
@Component
class BookingListener {
  private final Bookings bookings;
  private final BookingEvents events;
  private final BookingLinks links;
  private final BookingNotices notices;

  BookingListener(
      Bookings bookings, BookingEvents events, BookingLinks links, BookingNotices notices) {
    this.bookings = bookings;
    this.events = events;
    this.links = links;
    this.notices = notices;
  }

  /** The new owner decides what becomes of the meeting; until then it stands. */
  @EventListener
  void on(OwnerAssigned fact) {
    if (fact.first()) {
      return;
    }
    for (Booking booking : ahead(fact.leadId(), fact.at())) {
      if (!booking.owner().equals(fact.owner())) {
        events.add(booking, What.REOWNED, fact.by(), fact.at());
        notices.reowned(booking, fact);
      }
    }
  }

  @EventListener
  void on(LeadsMerged merged) {
    bookings.follow(merged.leadId(), merged.into());
    links.follow(merged.leadId(), merged.into());
  }

  /** Nobody waits for somebody who is erased. */
  @EventListener
  void on(PersonErased erased) {
    for (String lead : erased.leadIds()) {
      for (Booking booking : ahead(lead, erased.at())) {
        Booking off = bookings.lock(booking.id()).cancelled();
        bookings.change(off);
        events.add(off, What.CANCELLED, erased.by(), erased.at());
        notices.erased(off);
      }
    }
  }

  private List<Booking> ahead(String leadId, Instant at) {
    return bookings.ofLead(leadId).stream().filter(booking -> booking.isAhead(at)).toList();
  }
}
