package dev.baton.score;

import dev.baton.lead.LeadBatch;
import dev.baton.signal.Signal;

/**
 * A lead was scored because of a signal.
 *
 * @param facts what was known of it when the signal was recorded
 * @param counted false when no person meant the signal, or said so a moment ago: it is kept and
 *     shown, and tells nobody anything (rule R16)
 * @param batch the leads that the transaction works on
 */
public record LeadScored(
    Score score, Signal signal, ScoreFacts facts, boolean counted, LeadBatch batch) {

  public String leadId() {
    return signal.leadId();
  }
}
