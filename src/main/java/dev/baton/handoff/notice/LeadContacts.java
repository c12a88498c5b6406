package dev.baton.handoff.notice;

import dev.baton.alert.message.LeadContact;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.record.Handoff;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How leads can be reached, what they have agreed to, and when somebody tried last. */
@Component
class LeadContacts {
  private static final Map<String, String> CONSENTS = new LinkedHashMap<>();

  static {
    CONSENTS.put("consent.email", "consent_email");
    CONSENTS.put("consent.phone", "consent_phone");
    CONSENTS.put("consent.whatsapp", "consent_whatsapp");
  }

  private final Touches touches;

  LeadContacts(Touches touches) {
    this.touches = touches;
  }

  /** Several handoffs, which the transaction has locked, will be told of. */
  void prepare(Collection<Handoff> handoffs) {
    touches.readOfLocked(handoffs.stream().map(Handoff::id).toList());
  }

  LeadContact of(KnownLead lead, @Nullable Handoff handoff, Instant now, Wording wording) {
    return new LeadContact(
        lead.email().orElse(null),
        lead.known("phone").orElse(null),
        consent(lead, wording),
        lead.known("consent.phone").filter("false"::equals).isEmpty(),
        handoff == null ? null : last(touches.of(handoff.id()), now, wording));
  }

  private static String consent(KnownLead lead, Wording wording) {
    String said =
        CONSENTS.entrySet().stream()
            .flatMap(
                channel ->
                    lead
                        .known(channel.getKey())
                        .map(yes -> said(channel.getValue(), yes.equals("true"), wording))
                        .stream())
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? wording.label("consent_not_asked") : said;
  }

  private static String said(String channel, boolean yes, Wording wording) {
    Map<String, String> named = Map.of("channel", wording.label(channel));
    return wording.say(yes ? Text.of("consent_yes", named) : Text.of("consent_no", named));
  }

  private static @Nullable String last(List<Touch> all, Instant now, Wording wording) {
    if (all.isEmpty()) {
      return null;
    }
    Touch last = all.get(all.size() - 1);
    Map<String, Object> named =
        Map.of(
            "touch",
            Touch.words(last.kind(), last.outcome(), wording),
            "ago",
            Age.of(last.recordedAt(), now).text(),
            "n",
            all.size());
    return wording.say(
        all.size() == 1 ? Text.of("last_contact", named) : Text.of("last_contact_of", named));
  }
}
