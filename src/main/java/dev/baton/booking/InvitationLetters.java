package dev.baton.booking;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.message.MailCalendar;
import dev.baton.booking.BookingEvent.What;
import dev.baton.people.People;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Letters to a lead about a meeting: how it stands, a calendar's entry and one call to action. */
@Component
class InvitationLetters {
  private final BookingLinks links;
  private final People people;
  private final Invitations invitations;
  private final ITemplateEngine templates;

  InvitationLetters(
      BookingLinks links, People people, Invitations invitations, ITemplateEngine templates) {
    this.links = links;
    this.people = people;
    this.invitations = invitations;
    this.templates = templates;
  }

  static String subject(What what, String owner) {
    return switch (what) {
      case MOVED, TAKEN_OVER -> "Changed: your meeting with %s".formatted(owner);
      case CANCELLED -> "Cancelled: your meeting with %s".formatted(owner);
      default -> "Your meeting with %s".formatted(owner);
    };
  }

  LeadEmail of(Booking booking, String email) {
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
            isOn ? booking.sequence() == 0 ? What.BOOKED : What.MOVED : What.CANCELLED,
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
}
