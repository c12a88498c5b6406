package dev.baton.handoff.notice;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.score.LeadScored;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import dev.baton.signal.SignalTypes;
import dev.baton.stage.StageRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether what a lead has just done is worth its owner's time now: the table {@code high-intent}.
 */
@Component
public class HighIntent {
  private static final String NONE = "none";

  private final Decisions decisions;
  private final StageRules rules;
  private final SignalTypes types;

  HighIntent(Decisions decisions, StageRules rules, SignalTypes types) {
    this.decisions = decisions;
    this.rules = rules;
    this.types = types;
  }

  /**
   * High intent.
   *
   * @param kind its owner is told once a day of each
   * @param reason what the lead did, in words
   * @param handRaise whether it asked for sales
   */
  public record Found(String kind, String reason, boolean handRaise) {}

  public Optional<Found> in(LeadScored scored) {
    Signal signal = scored.signal();
    boolean handRaise = rules.isHandRaiser(signal.type());
    DecisionRow row = decisions.row("high-intent", inputs(scored));
    String kind = row.text("intent");
    if (!kind.equals(NONE)) {
      String reason = row.optionalText("reason").orElseGet(() -> label(signal));
      return Optional.of(new Found(kind, reason, handRaise));
    }
    // whoever asks for sales is heard, also when somebody has made that of another signal
    return handRaise
        ? Optional.of(new Found(signal.type(), label(signal), true))
        : Optional.empty();
  }

  private String label(Signal signal) {
    return types.label(signal.type()).orElse(signal.type());
  }

  /** Only what counts: a scanner's clicks and the repetitions of a burst show no intent (R16). */
  private Map<String, Object> inputs(LeadScored scored) {
    Signal signal = scored.signal();
    Instant now = signal.recordedAt();
    List<Signal> counted = counted(scored.facts().signals());
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("signal", signal.type());
    inputs.put("hoursAgo", Duration.between(signal.occurredAt(), now).toHours());
    inputs.put(
        "pricingViews", of("pricing_page_view", counted, now.minus(Duration.ofDays(7))).size());
    inputs.put(
        "assets",
        of("content_downloaded", counted, now.minus(Duration.ofDays(1))).stream()
            .map(download -> String.valueOf(download.property("asset")))
            .distinct()
            .count());
    return inputs;
  }

  private static List<Signal> counted(List<Signal> known) {
    Map<String, String> flagged = SignalScreening.flags(known);
    return known.stream().filter(each -> !flagged.containsKey(each.id())).toList();
  }

  private static List<Signal> of(String type, List<Signal> signals, Instant since) {
    return signals.stream()
        .filter(signal -> signal.type().equals(type) && signal.occurredAt().isAfter(since))
        .toList();
  }
}
