package dev.baton.know.attribution;

import dev.baton.signal.RecordedSignal;
import dev.baton.signal.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A goal that a handoff reached.
 *
 * @param recordedFor the lead's record at its MQL, which may have been merged since
 * @param imported of imported history, where the stated instants stand (rule R26)
 * @param pipeline what its open deal is worth, or null
 * @param won what its won deal was worth, or null
 */
record ReachedGoal(
    String handoffId,
    String leadId,
    String recordedFor,
    Instant at,
    boolean imported,
    @Nullable String models,
    @Nullable BigDecimal pipeline,
    @Nullable BigDecimal won,
    @Nullable String currency) {

  /** Whether a signal had been recorded and was known to be this lead's by then (rule R2). */
  boolean knew(RecordedSignal recorded) {
    Signal signal = recorded.signal();
    if (signal.occurredAt().isAfter(at)) {
      return false;
    }
    if (imported) {
      return true;
    }
    boolean known =
        !signal.knownAt().isAfter(at)
            || (recorded.recordedFor().equals(recordedFor) && !recorded.firstKnownAt().isAfter(at));
    return known && !signal.recordedAt().isAfter(at);
  }
}
