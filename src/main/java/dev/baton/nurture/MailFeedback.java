package dev.baton.nurture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.TrackedLink;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mail feedback, such as clicks and unsubscribes, recorded as signals. */
@Component
public class MailFeedback {
  private static final String SENDER = "nurture";
  private static final long SECONDS = 10;

  private final SignalFeed feed;
  private final Leads leads;
  private final Mailings mailings;
  private final ObjectMapper json;
  private final Clock clock;

  MailFeedback(SignalFeed feed, Leads leads, Mailings mailings, ObjectMapper json, Clock clock) {
    this.feed = feed;
    this.leads = leads;
    this.mailings = mailings;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A click, with what the scanner filter asks for (rule R16). Of one link one signal in ten
   * seconds is enough: who hammers it fills no log.
   */
  public void clicked(TrackedLink link, Mailing mail) {
    Instant now = clock.instant();
    ObjectNode signal = signal("email_clicked");
    signal.put("id", link.hash() + ":" + now.getEpochSecond() / SECONDS);
    ObjectNode properties = signal.putObject("properties");
    properties.put("messageId", mail.id());
    if (mail.sentAt() != null) {
      properties.put("sentAt", mail.sentAt().toString());
    }
    properties.put("link", link.url() == null ? "form" : link.url());
    properties.put("mail", mail.template());
    record(mail, signal);
    mailings.clicked(mail.id(), now);
  }

  /** Withdraws the consent, once: who has withdrawn it already costs no points again. */
  void unsubscribed(Mailing mail) {
    Instant now = clock.instant();
    boolean withdrawn =
        Profile.of(leads.profileLog(mail.leadId()), now)
            .get("consent.email")
            .filter("false"::equals)
            .isPresent();
    if (!withdrawn) {
      ObjectNode signal = signal("unsubscribed");
      signal.putObject("properties").put("messageId", mail.id()).put("mail", mail.template());
      record(mail, signal);
    }
    mailings.unsubscribed(mail.id(), now);
  }

  /** The mail server says that there is no such mailbox. */
  void bounced(Mailing mail) {
    ObjectNode signal = signal("email_bounced");
    signal.put("id", "bounced:" + mail.id());
    signal.putObject("properties").put("messageId", mail.id()).put("mail", mail.template());
    record(mail, signal);
  }

  /** What a lead said of itself. */
  public void answered(
      Map<String, Object> contact, Map<String, Object> values, Optional<String> consentText) {
    ObjectNode signal = json.createObjectNode();
    signal.put("type", "form_submitted");
    ObjectNode lead = signal.putObject("lead");
    contact.forEach(lead::putPOJO);
    values.forEach(lead::putPOJO);
    consentText.ifPresent(
        text ->
            lead.putObject("consent")
                .put("email", true)
                .put("at", clock.instant().toString())
                .put("text", text));
    signal
        .putObject("properties")
        .put("form", "about-you")
        .put("fields", String.join(", ", List.copyOf(values.keySet())));
    feed.record(SENDER, json.valueToTree(json.convertValue(signal, Map.class)));
  }

  private ObjectNode signal(String type) {
    return json.createObjectNode().put("type", type);
  }

  private void record(Mailing mail, ObjectNode signal) {
    Lead lead = leads.find(mail.leadId()).orElseThrow();
    feed.record(SENDER, lead, signal);
  }
}
