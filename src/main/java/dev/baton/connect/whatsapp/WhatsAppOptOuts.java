package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.FactRecorder;
import dev.baton.connect.connection.OutboundFact;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opt-outs of a number: who reads there has withdrawn for each lead that would be written to there,
 * one that was never written to included.
 */
@Component
class WhatsAppOptOuts {
  private static final String SENDER = "whatsapp";

  /** Of a number as it was written, by which candidates are found. */
  private static final int LAST_DIGITS = 7;

  private final JdbcClient db;
  private final WhatsAppMessages messages;
  private final Leads leads;
  private final SignalFeed feed;
  private final FactRecorder outgoing;
  private final Clock clock;

  WhatsAppOptOuts(
      JdbcClient db,
      WhatsAppMessages messages,
      Leads leads,
      SignalFeed feed,
      FactRecorder outgoing,
      Clock clock) {
    this.db = db;
    this.messages = messages;
    this.leads = leads;
    this.feed = feed;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /** The leads that may be written to at this number now. */
  List<String> consentingAt(String phone) {
    String end = phone.substring(Math.max(1, phone.length() - LAST_DIGITS));
    return db
        .sql(
            """
            select distinct v.lead_id from profile_value v
            where v.field = 'phone' and regexp_replace(v.content, '[^0-9]', '', 'g') like :end
              and exists (select 1 from profile_value c where c.lead_id = v.lead_id
                and c.field = 'consent.whatsapp' and c.content = 'true')
            order by v.lead_id
            """)
        .param("end", "%" + end)
        .query(String.class)
        .list()
        .stream()
        .filter(lead -> isReadAt(phone, lead))
        .toList();
  }

  private boolean isReadAt(String phone, String leadId) {
    Profile profile = Profile.of(leads.profileLog(leadId), clock.instant());
    return profile.consentsTo("whatsapp")
        && profile
            .get("phone")
            .flatMap(InternationalNumber::of)
            .filter(InternationalNumber.alike(phone)::contains)
            .isPresent();
  }

  /**
   * Takes the consent back, within a transaction.
   *
   * @param id the same for the same opt-out
   * @param leadId to whom what is answered went
   */
  void withdraw(String id, String phone, Optional<String> leadId, String text) {
    Optional<String> last = leadId.or(() -> messages.leadAt(phone));
    Set<String> all = new TreeSet<>(consentingAt(phone));
    last.ifPresent(all::add);
    for (String each : all) {
      boolean isLast = last.filter(each::equals).isPresent();
      leads.find(each).ifPresent(lead -> withdraw(lead, isLast ? id : id + ":" + each, text));
    }
  }

  private void withdraw(Lead lead, String id, String text) {
    ObjectNode signal =
        new ObjectMapper().createObjectNode().put("id", id).put("type", "identified");
    signal
        .putObject("lead")
        .putObject("consent")
        .put("whatsapp", false)
        .put("text", "On WhatsApp: " + text);
    feed.record(SENDER, lead, signal);
  }

  /**
   * Says so once more, in the language of the opt-out.
   *
   * @param number of the reply
   */
  void confirm(Lead lead, long number, String language) {
    outgoing.record(
        new OutboundFact(
            "message:opted_out:" + number,
            FactKind.MESSAGE,
            lead.id(),
            null,
            clock.instant(),
            Map.of("message", "opted_out", "reply", number, "language", language)));
  }
}
