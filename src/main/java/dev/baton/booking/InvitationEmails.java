package dev.baton.booking;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.message.MailCalendar;
import dev.baton.alert.message.NoticeKind;
import dev.baton.booking.BookingEvent.What;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Composer of the mails about a meeting to the lead, which asked for them by booking; each says how
 * the meeting stands, and one that a later one follows is never sent.
 */
@Component
class InvitationEmails implements LeadEmailSource {
  private final Bookings bookings;
  private final BookingLinks links;
  private final Leads leads;
  private final People people;
  private final Invitations invitations;
  private final BookingNotices notices;
  private final ITemplateEngine templates;

  InvitationEmails(
      Bookings bookings,
      BookingLinks links,
      Leads leads,
      People people,
      Invitations invitations,
      BookingNotices notices,
      ITemplateEngine templates) {
    this.bookings = bookings;
    this.links = links;
    this.leads = leads;
    this.people = people;
    this.invitations = invitations;
    this.notices = notices;
    this.templates = templates;
  }

  /** Of the mail about a meeting as it stands. */
  static String id(Booking booking) {
    return booking.id() + ":" + booking.sequence();
  }

  static String subject(What what, String owner) {
    return switch (what) {
      case MOVED, TAKEN_OVER -> "Changed: your meeting with %s".formatted(owner);
      case CANCELLED -> "Cancelled: your meeting with %s".formatted(owner);
      default -> "Your meeting with %s".formatted(owner);
    };
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
        : new Ruling.Send(letter(booking, email));
  }

  private LeadEmail letter(Booking booking, String email) {
    boolean isOn = booking.isBooked();
    String link = links.make(booking.leadId(), booking.id());
    String when =
        BookingText.when(booking, BookingText.zone(booking.zone()).orElse(ZoneOffset.UTC));
    List<String> paragraphs =
        List.of(
            (isOn ? "You meet %s:" : "Your meeting with %s is off:")
                .formatted(invitations.nameOfOwner(booking)),
            when);
    String action = isOn ? "Move or cancel it" : "Choose another time";
    MailCalendar calendar =
        isOn
            ? invitations.of(booking, action + ": " + link).request()
            : invitations.of(booking, null).cancel();
    String subject =
        subject(
            booking.isBooked()
                ? booking.sequence() == 0 ? What.BOOKED : What.MOVED
                : What.CANCELLED,
            invitations.nameOfOwner(booking));
    return new LeadEmail(
        email,
        subject,
        text(paragraphs, action, link),
        html(subject, paragraphs, action, link),
        String.join("\n\n", paragraphs),
        null,
        null,
        calendar,
        people
            .find(booking.owner())
            .map(rep -> new LeadEmail.Author(null, rep.email(), null))
            .orElse(null));
  }

  private static String text(List<String> paragraphs, String action, String link) {
    return String.join("\n\n", paragraphs) + "\n\n" + action + ":\n" + link + "\n";
  }

  private String html(String subject, List<String> paragraphs, String action, String link) {
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("subject", subject);
    context.setVariable("paragraphs", paragraphs);
    context.setVariable("action", action);
    context.setVariable("link", link);
    context.setVariable("why", "You get this mail because you booked a meeting with us.");
    return templates.process("nurture-mail", context);
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
