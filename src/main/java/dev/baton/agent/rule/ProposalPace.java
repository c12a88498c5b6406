package dev.baton.agent.rule;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pace of proposals by the table {@code proposal-pace}: by when they are due, how many a day. */
@Component
public class ProposalPace {
  private final Decisions decisions;

  ProposalPace(Decisions decisions) {
    this.decisions = decisions;
  }

  /** When a decision is due, and when whoever decides is reminded. */
  public record Due(Instant warnAt, Instant at) {}

  public Due due(Agent agent, Instant from) {
    DecisionRow row = row(agent);
    Instant at = from.plus(Duration.ofHours(row.number("hours")));
    return new Due(at.minus(Duration.ofHours(row.number("warningHours"))), at);
  }

  /** So many new proposals in 24 hours. */
  public int mostADay(Agent agent) {
    return row(agent).number("mostADay");
  }

  private DecisionRow row(Agent agent) {
    return decisions.row("proposal-pace", Map.of("agent", agent.word()));
  }
}
