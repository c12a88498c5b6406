package dev.baton.connect.crm;

import dev.baton.alert.message.DeliveryOutcome;

/** A call that a CRM didn't take, and what that means for what was to be told. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient DeliveryOutcome outcome;
  private final int status;

  CallFailed(DeliveryOutcome outcome, int status) {
    super("status " + status);
    this.outcome = outcome;
    this.status = status;
  }

  DeliveryOutcome outcome() {
    return outcome;
  }

  int status() {
    return status;
  }
}
