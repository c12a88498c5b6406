package dev.baton.handoff.notice;

import dev.baton.engine.Decisions;
import dev.baton.stage.StageRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suggested next steps after what a lead did: the table {@code suggested-step}. */
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
    return after(
        signals
            .types()
            .filter(rules::isHandRaiser)
            .findFirst()
            .or(() -> signals.types().findFirst())
            .orElse(""));
  }

  @Nullable String after(String signalType) {
    return decisions
        .row("suggested-step", Map.of("signal", signalType))
        .optionalText("step")
        .orElse(null);
  }
}
