package dev.baton.booking;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.message.MailCalendar;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.booking.BookingEvent.What;
import dev.baton.people.Language;
import dev.baton.people.People;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
  private final MessageTexts texts;

  InvitationLetters(
      BookingLinks links,
      People people,
      Invitations invitations,
      ITemplateEngine templates,
      MessageTexts texts) {
    this.texts = texts;
    this.links = links;
    this.people = people;
    this.invitations = invitations;
    this.templates = templates;
  }

  static Text subject(What what, String owner) {
    Map<String, String> named = Map.of("owner", owner);
    return switch (what) {
      case MOVED, TAKEN_OVER -> Text.of("lead_meeting_moved", named);
      case CANCELLED -> Text.of("lead_meeting_cancelled", named);
      default -> Text.of("lead_meeting", named);
    };
  }

  LeadEmail of(Booking booking, String email) {
    boolean isOn = booking.isBooked();
    String link = links.make(booking.leadId(), booking.id());
    Language language = invitations.language(booking);
    ZoneId zone = BookingText.zone(booking.zone()).orElse(ZoneOffset.UTC);
    Wording wording = texts.in(language, zone);
    String owner = invitations.nameOfOwner(booking);
    List<String> paragraphs =
        List.of(
            wording.say(
                Text.of(isOn ? "lead_meeting_on" : "lead_meeting_off", Map.of("owner", owner))),
            BookingText.when(booking, zone, language));
    String action = wording.label(isOn ? "lead_meeting_change" : "lead_meeting_again");
    MailCalendar calendar =
        isOn
            ? invitations.of(booking, action + ": " + link).request()
            : invitations.of(booking, null).cancel();
    String subject =
        wording.say(
            subject(
                isOn ? booking.sequence() == 0 ? What.BOOKED : What.MOVED : What.CANCELLED, owner));
    return new LeadEmail(
        email,
        subject,
        text(paragraphs, action, link),
        html(subject, paragraphs, action, link, wording),
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

  private String html(
      String subject, List<String> paragraphs, String action, String link, Wording wording) {
    Context context = new Context(wording.language().locale());
    context.setVariable("subject", subject);
    context.setVariable("paragraphs", paragraphs);
    context.setVariable("action", action);
    context.setVariable("link", link);
    context.setVariable("why", wording.label("lead_meeting_why"));
    return templates.process("nurture-mail", context);
  }
}
