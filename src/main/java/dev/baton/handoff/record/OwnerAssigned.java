package dev.baton.handoff.record;

import java.time.Instant;

/**
 * A handoff has an owner, or another one.
 *
 * @param by who decided: {@code rule}, the owner who claimed it, or a manager
 */
public record OwnerAssigned(
    String handoffId, String leadId, String owner, String team, String by, Instant at) {
  public static final String RULE = "rule";

  public boolean byRule() {
    return RULE.equals(by);
  }
}
