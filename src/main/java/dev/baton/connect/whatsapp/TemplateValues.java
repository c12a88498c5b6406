package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.message.SafeText;
import dev.baton.booking.Booking;
import dev.baton.booking.BookingLinks;
import dev.baton.booking.MeetingMessages;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.whatsapp.WhatsAppComposer.NotWritten;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.Language;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of templates: what a lead reads in each variable. */
@Component
class TemplateValues {
  private static final int LONGEST = 200;

  private final MeetingMessages meetings;
  private final BookingLinks links;
  private final Clock clock;

  TemplateValues(MeetingMessages meetings, BookingLinks links, Clock clock) {
    this.meetings = meetings;
    this.links = links;
    this.clock = clock;
  }

  /**
   * Those of a template for a lead, in their order.
   *
   * @throws NotWritten where one isn't known, or what it tells isn't so any more
   */
  List<String> of(OutboundMessage message, KnownLead lead, WhatsAppTemplate template) {
    JsonNode content = message.content();
    Booking meeting = content.has("booking") ? meeting(content) : null;
    if (meeting == null && !isOpen(message, lead)) {
      throw new NotWritten("nobody looks after the lead any more");
    }
    return template.values().stream()
        .map(word -> value(word, lead, meeting, language(template)))
        .toList();
  }

  private Booking meeting(JsonNode content) {
    boolean off = content.path("message").asText().equals("cancelled");
    return meetings
        .asOf(content.path("booking").asText(), content.path("sequence").asInt())
        .filter(booking -> off || meetings.isAhead(booking, clock.instant()))
        .orElseThrow(() -> new NotWritten("the meeting was changed meanwhile, or is over"));
  }

  private static boolean isOpen(OutboundMessage message, KnownLead lead) {
    Handoff handoff = lead.handoff();
    return handoff != null
        && handoff.id().equals(message.handoffId())
        && !handoff.isClosed()
        && lead.owner() != null;
  }

  private static Language language(WhatsAppTemplate template) {
    return Language.of(template.language().split("_", 2)[0].toLowerCase(Locale.ROOT))
        .orElse(Language.EN);
  }

  private String value(String word, KnownLead lead, @Nullable Booking meeting, Language language) {
    Optional<String> value =
        switch (word) {
          case "firstName", "company" -> lead.profile().get(word);
          case "owner" -> owner(lead, meeting);
          case "when" ->
              Optional.ofNullable(meeting).map(booking -> meetings.when(booking, language));
          case "link" ->
              Optional.of(meeting == null ? links.make(lead.lead().id()) : meetings.link(meeting));
          default -> throw new NotWritten("whatsapp-template has an unknown value: " + word);
        };
    return value
        .map(text -> SafeText.line(text, LONGEST))
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new NotWritten(word + " of the lead isn't known"));
  }

  private Optional<String> owner(KnownLead lead, @Nullable Booking meeting) {
    return meeting == null
        ? Optional.ofNullable(lead.owner()).map(Person::name)
        : Optional.of(meetings.owner(meeting));
  }
}
