package dev.baton.handoff.notice;

import dev.baton.alert.message.LeadContact;
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
    CONSENTS.put("consent.email", "e-mail");
    CONSENTS.put("consent.phone", "phone");
    CONSENTS.put("consent.whatsapp", "WhatsApp");
  }

  private final Touches touches;

  LeadContacts(Touches touches) {
    this.touches = touches;
  }

  /** Several handoffs, which the transaction has locked, will be told of. */
  void prepare(Collection<Handoff> handoffs) {
    touches.readOfLocked(handoffs.stream().map(Handoff::id).toList());
  }

  LeadContact of(KnownLead lead, @Nullable Handoff handoff, Instant now) {
    return new LeadContact(
        lead.email().orElse(null),
        lead.known("phone").orElse(null),
        consent(lead),
        lead.known("consent.phone").filter("false"::equals).isEmpty(),
        handoff == null ? null : last(touches.of(handoff.id()), now));
  }

  private static String consent(KnownLead lead) {
    String said =
        CONSENTS.entrySet().stream()
            .flatMap(
                channel ->
                    lead
                        .known(channel.getKey())
                        .map(yes -> channel.getValue() + (yes.equals("true") ? " yes" : " no"))
                        .stream())
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? "not asked yet" : said;
  }

  private static @Nullable String last(List<Touch> all, Instant now) {
    if (all.isEmpty()) {
      return null;
    }
    Touch last = all.get(all.size() - 1);
    String tries = all.size() == 1 ? "" : " (%d attempts)".formatted(all.size());
    return "%s, %s%s".formatted(last.words(), Age.of(last.recordedAt(), now).words(), tries);
  }
}
