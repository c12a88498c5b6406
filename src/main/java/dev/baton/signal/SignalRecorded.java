package dev.baton.signal;

import dev.baton.lead.LeadBatch;

/**
 * A signal was written to the log; its lead is locked until the transaction ends.
 *
 * @param batch the leads of the signals that are recorded with it
 */
public record SignalRecorded(Signal signal, LeadBatch batch) {

  /** Of a signal alone. */
  public SignalRecorded(Signal signal) {
    this(signal, LeadBatch.of(signal.leadId(), signal.recordedAt()));
  }
}
