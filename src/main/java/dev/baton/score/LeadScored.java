package dev.baton.score;

import dev.baton.signal.Signal;

/**
 * A lead was scored because of a signal.
 *
 * @param counted false when no person meant the signal, or said so a moment ago: it is kept and
 *     shown, and tells nobody anything (rule R16)
 */
public record LeadScored(Score score, Signal signal, boolean counted) {

  public LeadScored(Score score, Signal signal) {
    this(score, signal, true);
  }

  public String leadId() {
    return signal.leadId();
  }
}
