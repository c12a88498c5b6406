package dev.baton.handoff.notice;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.Decisions;
import dev.baton.stage.StageRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Suggested next steps after what a lead did: the table {@code suggested-step}. While a table fails
 * there is none: nobody waits for a lead because of a proposal.
 */
@Component
class SuggestedSteps {
  private final Decisions decisions;
  private final StageRules rules;

  SuggestedSteps(Decisions decisions, StageRules rules) {
    this.decisions = decisions;
    this.rules = rules;
  }

  /** After the strongest of the last signals. */
  @Nullable String after(RecentSignals signals) {
    try {
      return after(
          signals
              .types()
              .filter(rules::isHandRaiser)
              .findFirst()
              .or(() -> signals.types().findFirst())
              .orElse(""));
    } catch (DecisionFailure failure) {
      return null;
    }
  }

  @Nullable String after(String signalType) {
    try {
      return decisions
          .row("suggested-step", Map.of("signal", signalType))
          .optionalText("step")
          .orElse(null);
    } catch (DecisionFailure failure) {
      return null;
    }
  }
}
