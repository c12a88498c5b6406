package dev.baton.score;

import dev.baton.signal.Signal;

/** A lead was scored because of a signal. */
public record LeadScored(Score score, Signal signal) {

  public String leadId() {
    return signal.leadId();
  }
}
