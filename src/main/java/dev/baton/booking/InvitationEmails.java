package dev.baton.booking;

import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.message.NoticeKind;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composer of the mails about a meeting to the lead, which asked for them by booking; each says how
 * the meeting stands, and one that a later one follows is never sent.
 */
@Component
class InvitationEmails implements LeadEmailSource {
  private final Bookings bookings;
  private final Leads leads;
  private final InvitationLetters letters;
  private final BookingNotices notices;

  InvitationEmails(
      Bookings bookings, Leads leads, InvitationLetters letters, BookingNotices notices) {
    this.bookings = bookings;
    this.leads = leads;
    this.letters = letters;
    this.notices = notices;
  }

  /** Of the mail about a meeting as it stands. */
  static String id(Booking booking) {
    return booking.id() + ":" + booking.sequence();
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.INVITATION;
  }

  @Override
  @Transactional
  public Ruling rule(String id, Instant now) {
    Optional<Booking> found =
        booking(id).filter(booking -> id(booking).equals(id) && !booking.isOver());
    if (found.isEmpty()) {
      return new Ruling.Never("the meeting was changed meanwhile, or is over");
    }
    Booking booking = found.get();
    String email = leads.find(booking.leadId()).map(Lead::email).orElse(null);
    return email == null
        ? new Ruling.Never("the lead has no e-mail address")
        : new Ruling.Send(letters.of(booking, email));
  }

  @Override
  public void sent(String id, Instant at) {
    // the outbox keeps that it was
  }

  @Override
  public void dropped(String id, Drop why, Instant at) {
    if (why.deadAddress()) {
      booking(id).ifPresent(booking -> notices.unreached(booking, why.why(), at));
    }
  }

  private Optional<Booking> booking(String mailId) {
    return bookings.find(mailId.substring(0, mailId.lastIndexOf(':')));
  }
}
