package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.alert.message.SafeText;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.FactRecorder;
import dev.baton.connect.connection.OutboundFact;
import dev.baton.connect.whatsapp.WhatsAppMessage.State;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leads write back: an answer is a signal and a contact (rule R19), a word that opts out takes
 * the consent back at once and is confirmed. Each counts once, in one transaction with all that
 * follows from it.
 */
@Component
class WhatsAppReplies {
  private static final String SENDER = "whatsapp";
  private static final int LONGEST = 4000;

  private final WhatsAppMessages messages;
  private final OptOutWords words;
  private final FactRecorder outgoing;
  private final Leads leads;
  private final SignalFeed feed;
  private final ReplyContacts contacts;
  private final Clock clock;

  WhatsAppReplies(
      WhatsAppMessages messages,
      OptOutWords words,
      FactRecorder outgoing,
      Leads leads,
      SignalFeed feed,
      ReplyContacts contacts,
      Clock clock) {
    this.messages = messages;
    this.words = words;
    this.outgoing = outgoing;
    this.leads = leads;
    this.feed = feed;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Takes what somebody wrote; of whom was never written to nothing is kept.
   *
   * @param id of Meta's
   * @param counts false: everything but the contact, which was refused
   */
  @Transactional
  public void take(String id, String phone, String written, boolean counts) {
    messages
        .leadAt(phone)
        .flatMap(leads::find)
        .filter(lead -> messages.add(id, lead.id(), phone, null, State.RECEIVED))
        .ifPresent(lead -> follow(lead, messages.id(id), written, counts));
  }

  private void follow(Lead lead, long number, String written, boolean counts) {
    String text = SafeText.lines(written, LONGEST);
    Optional<String> optsOut = words.language(written);
    if (optsOut.isEmpty()) {
      ObjectNode signal = signal("reply:" + number, "whatsapp_replied");
      signal.putObject("properties").put("message", text);
      feed.record(SENDER, lead, signal);
      contacts.replied(lead.id(), number, text, counts);
      return;
    }
    withdraw(lead, "reply:" + number, text);
    outgoing.record(
        new OutboundFact(
            "message:opted_out:" + number,
            FactKind.MESSAGE,
            lead.id(),
            null,
            clock.instant(),
            Map.of("message", "opted_out", "reply", number, "language", optsOut.get())));
  }

  /**
   * Somebody has opted out at WhatsApp itself, which has told them.
   *
   * @param id the same for the same opt-out
   */
  @Transactional
  public void stopped(String id, Optional<String> leadId) {
    leadId.flatMap(leads::find).ifPresent(lead -> withdraw(lead, id, "stopped at WhatsApp"));
  }

  private void withdraw(Lead lead, String id, String text) {
    ObjectNode signal = signal(id, "identified");
    signal
        .putObject("lead")
        .putObject("consent")
        .put("whatsapp", false)
        .put("text", "On WhatsApp: " + text);
    feed.record(SENDER, lead, signal);
  }

  private static ObjectNode signal(String id, String type) {
    return new ObjectMapper().createObjectNode().put("id", id).put("type", type);
  }
}
