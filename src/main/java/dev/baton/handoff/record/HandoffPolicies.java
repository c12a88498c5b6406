package dev.baton.handoff.record;

import dev.baton.engine.Decisions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which policy a new handoff begins with: the table {@code handoff-policy}. */
@Component
public class HandoffPolicies {
  private final Decisions decisions;

  HandoffPolicies(Decisions decisions) {
    this.decisions = decisions;
  }

  /** A word that nobody knows means that a person looks at the lead, so that none is lost. */
  public HandoffPolicy of(@Nullable String segment, String channel) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("segment", segment);
    inputs.put("channel", channel);
    Map<String, Object> row = decisions.row("handoff-policy", inputs).outputs();
    return new HandoffPolicy(
        Arrays.stream(Judge.values())
            .filter(judge -> judge.name().equals(row.get("policy")))
            .findFirst()
            .orElse(Judge.HUMAN),
        "implicit".equals(row.get("acceptance")),
        "nurture".equals(row.get("onMql")));
  }
}
