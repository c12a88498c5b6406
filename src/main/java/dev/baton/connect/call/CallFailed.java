package dev.baton.connect.call;

import dev.baton.alert.message.DeliveryOutcome;

/** A call that a system didn't take, and what that means for what was to be told. */
public final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient DeliveryOutcome outcome;
  private final int status;

  public CallFailed(DeliveryOutcome outcome, int status) {
    super("status " + status);
    this.outcome = outcome;
    this.status = status;
  }

  public DeliveryOutcome outcome() {
    return outcome;
  }

  public int status() {
    return status;
  }
}
