package dev.baton.handoff.record;

import java.time.Instant;

/**
 * A handoff has an owner, or another one.
 *
 * @param first whether nobody had it before: nobody was asked or waits in a queue
 * @param by who decided: {@code rule}, the owner who claimed it, or a manager
 */
public record OwnerAssigned(
    String handoffId,
    String leadId,
    String owner,
    String team,
    boolean first,
    String by,
    Instant at) {
  public static final String RULE = "rule";

  public boolean byRule() {
    return RULE.equals(by);
  }
}
