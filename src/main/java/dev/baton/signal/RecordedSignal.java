package dev.baton.signal;

import java.time.Instant;

/**
 * A signal as it was recorded, whatever became of its lead since.
 *
 * @param row its place in the order of recording
 * @param judgedAt when it was judged: later than recorded where it waited for a table to be mended
 * @param recordedFor the lead that it was recorded for
 * @param firstKnownAt since when it was known to be that lead's
 */
public record RecordedSignal(
    long row, Instant judgedAt, String recordedFor, Instant firstKnownAt, Signal signal) {

  /** The signal as the cause of a judgement. */
  public Signal cause() {
    return judgedAt.equals(signal.recordedAt()) ? signal : signal.asOf(judgedAt);
  }
}
