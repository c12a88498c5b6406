package dev.baton.agent.rule;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Permissions of agents by the table {@code agent-permission}: no row, no call. */
@Component
public class AgentPermissions {
  private final Decisions decisions;

  AgentPermissions(Decisions decisions) {
    this.decisions = decisions;
  }

  public boolean may(Agent agent, AgentCall call) {
    return may(agent.word(), call);
  }

  /** By name; a table that fails allows nothing. */
  public boolean may(String agent, AgentCall call) {
    try {
      return decisions
          .evaluate("agent-permission", Map.of("agent", agent, "call", call.word()))
          .stream()
          .anyMatch(row -> Boolean.TRUE.equals(row.get("allowed")));
    } catch (DecisionFailure failure) {
      return false;
    }
  }
}
