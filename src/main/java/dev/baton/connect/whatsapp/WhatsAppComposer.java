package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.lead.Suppressions;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Composer of messages to leads: decides at the moment of sending whether a lead may be written to,
 * and what it reads.
 */
@Component
class WhatsAppComposer {
  static final String NO_CONSENT = "the lead has not consented to WhatsApp, or not any more";

  /** What is told later than this has no point any more, and would be none of ours to say. */
  private static final Duration FRESH = Duration.ofHours(24);

  private final LeadFacts leads;
  private final Suppressions suppressions;
  private final WhatsAppMessages messages;
  private final OptOutWords words;
  private final TemplateValues values;
  private final Decisions decisions;
  private final Clock clock;

  WhatsAppComposer(
      LeadFacts leads,
      Suppressions suppressions,
      WhatsAppMessages messages,
      OptOutWords words,
      TemplateValues values,
      Decisions decisions,
      Clock clock) {
    this.leads = leads;
    this.suppressions = suppressions;
    this.messages = messages;
    this.words = words;
    this.values = values;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** It isn't written, and why. */
  static final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotWritten(String why) {
      super(why, null, false, false);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What a lead reads now.
   *
   * @throws NotWritten where it may not be written to, or has nothing to read
   */
  WhatsAppLetter of(OutboundMessage message) {
    if (message.at().plus(FRESH).isBefore(clock.instant())) {
      throw new NotWritten("it would come too late");
    }
    JsonNode content = message.content();
    return content.has("reply") ? confirmation(content) : template(message);
  }

  /** Who opts out is told so once more, and never anything else. */
  private WhatsAppLetter confirmation(JsonNode content) {
    String phone =
        messages
            .phone(content.path("reply").asLong())
            .orElseThrow(() -> new NotWritten("nobody is known"));
    String said = words.confirmation(content.path("language").asText());
    return new WhatsAppLetter(phone, null, List.of(said));
  }

  private WhatsAppLetter template(OutboundMessage message) {
    KnownLead lead = leads.of(message).orElseThrow(() -> new NotWritten("nobody is known"));
    if (!lead.profile().consentsTo("whatsapp")) {
      throw new NotWritten(NO_CONSENT);
    }
    if (suppressions.isSuppressed(lead.lead().id())) {
      throw new NotWritten("the lead is not to be contacted");
    }
    String phone =
        lead.profile()
            .get("phone")
            .flatMap(InternationalNumber::of)
            .orElseThrow(
                () -> new NotWritten("no phone number with its country is known of the lead"));
    String what = message.content().path("message").asText();
    WhatsAppTemplate template =
        template(what, lead)
            .orElseThrow(() -> new NotWritten("whatsapp-template names none for it"));
    return new WhatsAppLetter(phone, template, values.of(message, lead, template));
  }

  private Optional<WhatsAppTemplate> template(String what, KnownLead lead) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("message", what);
    asked.put("country", lead.profile().get("country").orElse(null));
    return decisions.rows("whatsapp-template", asked).stream()
        .findFirst()
        .flatMap(WhatsAppComposer::template);
  }

  private static Optional<WhatsAppTemplate> template(DecisionRow row) {
    List<String> content =
        row.optionalText("content").stream()
            .flatMap(listed -> Arrays.stream(listed.split(",")))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
    return row.optionalText("name")
        .filter(name -> !name.isBlank())
        .map(
            name -> new WhatsAppTemplate(name, row.optionalText("language").orElse("en"), content));
  }
}
