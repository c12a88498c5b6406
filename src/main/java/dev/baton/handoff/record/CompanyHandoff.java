package dev.baton.handoff.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Handoff of one of a company's people that runs, or that was won.
 *
 * @param deal whether an opportunity was opened
 */
public record CompanyHandoff(
    String handoffId,
    String leadId,
    @Nullable String owner,
    @Nullable String team,
    HandoffState state,
    boolean handRaise,
    boolean deal,
    Instant mqlAt) {

  /** Whether sales works on it now; else it was won. */
  public boolean isOpen() {
    return state != HandoffState.CLOSED;
  }

  /** Whether somebody accepted it, or won it: a review that is still open is no relation yet. */
  public boolean isRelation() {
    return owner != null && state != HandoffState.REVIEW;
  }

  CompanyHandoff ownedBy(String rep, String newTeam) {
    return new CompanyHandoff(handoffId, leadId, rep, newTeam, state, handRaise, deal, mqlAt);
  }
}
