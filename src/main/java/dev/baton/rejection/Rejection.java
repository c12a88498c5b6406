package dev.baton.rejection;

import java.time.Instant;

/**
 * Rejection of a lead with the reply of marketing.
 *
 * @param question what was asked when sales said no
 * @param taxonomy the version of the agreed reasons in force at that instant
 * @param answer {@code agree}, {@code adjust} or {@code contest}, or null
 * @param decision of a contest: {@code uphold} the no or {@code overturn} it, or null
 */
public record Rejection(
    String handoffId,
    String leadId,
    String question,
    String reason,
    String note,
    int taxonomy,
    String rejectedBy,
    Instant rejectedAt,
    String source,
    String campaign,
    Instant dueAt,
    State state,
    String answer,
    String answerNote,
    String answeredBy,
    Instant answeredAt,
    Instant decisionDueAt,
    String decision,
    String decisionNote,
    String decidedBy,
    Instant decidedAt) {

  /** Where the conversation about it stands. */
  public enum State {
    /** Marketing owes its answer. */
    OPEN,
    /** Marketing agreed, or said what it changed. */
    ANSWERED,
    /** Marketing holds against it; a manager decides. */
    CONTESTED,
    DECIDED
  }
}
