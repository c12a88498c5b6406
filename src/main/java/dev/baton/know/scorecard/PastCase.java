package dev.baton.know.scorecard;

import java.time.Instant;
import java.util.List;

/**
 * A handoff whose outcome is known.
 *
 * @param recordedFor the lead's record at its MQL, which may have been merged since
 * @param at the instant of its MQL: what was known then is what may tell the outcome
 * @param imported of imported history, where the stated instants stand (rule R26)
 * @param wentOn whether it became an SQL
 */
record PastCase(
    String handoffId,
    String leadId,
    String recordedFor,
    Instant at,
    boolean imported,
    boolean wentOn) {

  /** Which of some became an SQL. */
  static boolean[] outcomes(List<PastCase> cases) {
    boolean[] outcomes = new boolean[cases.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = cases.get(i).wentOn();
    }
    return outcomes;
  }
}
