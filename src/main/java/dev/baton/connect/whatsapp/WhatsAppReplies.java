package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.alert.message.SafeText;
import dev.baton.connect.whatsapp.WhatsAppMessage.State;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.signal.SignalFeed;
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
  private final WhatsAppOptOuts optOuts;
  private final Leads leads;
  private final SignalFeed feed;
  private final ReplyContacts contacts;

  WhatsAppReplies(
      WhatsAppMessages messages,
      OptOutWords words,
      WhatsAppOptOuts optOuts,
      Leads leads,
      SignalFeed feed,
      ReplyContacts contacts) {
    this.messages = messages;
    this.words = words;
    this.optOuts = optOuts;
    this.leads = leads;
    this.feed = feed;
    this.contacts = contacts;
  }

  /**
   * Takes what somebody wrote; of whom was never written to only an opt-out counts.
   *
   * @param id of Meta's
   * @param counts false: everything but the contact, which was refused
   */
  @Transactional
  public void take(String id, String phone, String written, boolean counts) {
    Optional<String> optsOut = words.language(written);
    messages
        .leadAt(phone)
        .or(() -> optsOut.flatMap(said -> optOuts.consentingAt(phone).stream().findFirst()))
        .flatMap(leads::find)
        .filter(lead -> messages.add(id, lead.id(), phone, null, State.RECEIVED))
        .ifPresent(
            lead -> {
              long number = messages.id(id);
              String text = SafeText.lines(written, LONGEST);
              if (optsOut.isPresent()) {
                optOuts.withdraw("reply:" + number, phone, Optional.of(lead.id()), text);
                optOuts.confirm(lead, number, optsOut.get());
              } else {
                reply(lead, number, text, counts);
              }
            });
  }

  private void reply(Lead lead, long number, String text, boolean counts) {
    ObjectNode signal =
        new ObjectMapper()
            .createObjectNode()
            .put("id", "reply:" + number)
            .put("type", "whatsapp_replied");
    signal.putObject("properties").put("message", text);
    feed.record(SENDER, lead, signal);
    contacts.replied(lead.id(), number, text, counts);
  }

  /**
   * Somebody has opted out at WhatsApp itself, which has told them.
   *
   * @param id the same for the same opt-out
   * @param leadId to whom the message went that was answered so, where it was one
   */
  @Transactional
  public void stopped(String id, String phone, Optional<String> leadId) {
    optOuts.withdraw(id, phone, leadId, "stopped at WhatsApp");
  }
}
