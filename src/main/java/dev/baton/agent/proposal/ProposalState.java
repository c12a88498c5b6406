package dev.baton.agent.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a proposal. */
public enum ProposalState {
  /** Its process hasn't come to the draft yet. */
  OPENED,
  /** The draft is being written. */
  DRAFTING,
  /** A person is to decide. */
  WAITING,
  APPROVED,
  /** Approved with a text of the person's own. */
  EDITED,
  REJECTED,
  /**
   * Withdrawn, nobody is asked any more: what it was made for is gone, the lead was erased or
   * merged, or no draft could be written.
   */
  ENDED;

  /** Whether a person has yet to decide, now or once the draft is written. */
  boolean isUndecided() {
    return this == OPENED || this == DRAFTING || this == WAITING;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
