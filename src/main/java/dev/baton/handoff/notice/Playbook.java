package dev.baton.handoff.notice;

import dev.baton.alert.message.TalkTrack;
import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.handoff.record.Handoff;
import dev.baton.stage.StageRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Playbook: what a rep does and says next after what a lead did, by the table {@code playbook}.
 * While a table fails there is none: nobody waits for a lead because of a proposal.
 */
@Component
class Playbook {
  private final Decisions decisions;
  private final StageRules rules;

  Playbook(Decisions decisions, StageRules rules) {
    this.decisions = decisions;
    this.rules = rules;
  }

  /** What it proposes: a next step, and what to say along with it. */
  record Advice(@Nullable String step, @Nullable TalkTrack talk) {
    static final Advice NONE = new Advice(null, null);
  }

  /** After the strongest of the last signals. */
  Advice after(RecentSignals signals, @Nullable Handoff handoff) {
    try {
      return after(
          signals
              .types()
              .filter(rules::isHandRaiser)
              .findFirst()
              .or(() -> signals.types().findFirst())
              .orElse(""),
          handoff);
    } catch (DecisionFailure failure) {
      return Advice.NONE;
    }
  }

  Advice after(String signalType, @Nullable Handoff handoff) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("signal", signalType);
    inputs.put("segment", handoff == null ? null : handoff.frozen().segment());
    inputs.put("clock", handoff == null || handoff.isClosed() ? null : handoff.state().clock());
    try {
      DecisionRow row = decisions.row("playbook", inputs);
      return new Advice(
          row.optionalText("step").orElse(null),
          new TalkTrack(
              row.optionalText("opening").orElse(null),
              row.optionalText("questions").map(Playbook::each).orElse(List.of()),
              row.optionalText("asset").filter(asset -> !asset.isBlank()).orElse(null)));
    } catch (DecisionFailure failure) {
      return Advice.NONE;
    }
  }

  /** Each question ends with its mark. */
  private static List<String> each(String questions) {
    return Stream.of(questions.split("(?<=\\?)\\s+", -1)).filter(each -> !each.isBlank()).toList();
  }
}
