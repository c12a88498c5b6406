package dev.baton.nurture;

import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.NurtureTrack;
import dev.baton.nurture.mail.RemainingMails;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Inputs of the decision tables of nurture: what is known of a lead and its mails. */
@Component
public class NurtureInputs {
  /** How long something that a lead did says what it is after. */
  private static final Duration MEMORY = Duration.ofDays(60);

  private final Nurtures nurtures;
  private final Mailings mailings;
  private final RemainingMails remaining;
  private final LeadEmailPermission permission;
  private final Signals signals;
  private final Clock clock;

  NurtureInputs(
      Nurtures nurtures,
      Mailings mailings,
      RemainingMails remaining,
      LeadEmailPermission permission,
      Signals signals,
      Clock clock) {
    this.nurtures = nurtures;
    this.mailings = mailings;
    this.remaining = remaining;
    this.permission = permission;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * What the tables are asked with. The row stays locked: a handoff that closes meanwhile finds
   * either the question unasked or the process waiting for it.
   */
  public Map<String, Object> of(String nurtureId) {
    Nurture nurture = nurtures.lock(nurtureId);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("reason", nurture.reason());
    inputs.put("mailsSent", mailings.ofNurture(nurtureId));
    inputs.put("lastSignal", lastSignal(nurture.leadId()).orElse(null));
    inputs.put("openHandoff", permission.isWorkedBySales(nurture.leadId()));
    inputs.put("mailWaits", mailings.isAnyPlanned(nurtureId));
    for (NurtureTrack track : NurtureTrack.values()) {
      inputs.put(left(track), remaining.next(nurture.leadId(), track).isPresent());
    }
    return inputs;
  }

  private static String left(NurtureTrack track) {
    return switch (track) {
      case EDUCATION -> "educationLeft";
      case CASE_STUDIES -> "caseStudiesLeft";
      case COMPARISONS -> "comparisonsLeft";
    };
  }

  /**
   * The last thing it did itself: a type, of downloads the asset; what mails caused doesn't say.
   */
  private Optional<String> lastSignal(String leadId) {
    return signals.of(leadId, clock.instant().minus(MEMORY)).stream()
        .filter(signal -> !signal.type().startsWith("email_"))
        .filter(signal -> !signal.type().equals("form_submitted"))
        .reduce((earlier, later) -> later)
        .map(NurtureInputs::what);
  }

  private static String what(Signal signal) {
    String asset = signal.property("asset");
    return signal.type().equals("content_downloaded") && asset != null ? asset : signal.type();
  }
}
