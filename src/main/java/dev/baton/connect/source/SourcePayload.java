package dev.baton.connect.source;

import dev.baton.input.FieldError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a source sent, and what became of it.
 *
 * @param signals how many were recorded of it
 * @param body as it came
 */
record SourcePayload(
    long id,
    String source,
    Instant receivedAt,
    PayloadState state,
    int signals,
    List<FieldError> issues,
    String body) {

  /** What became of a payload. */
  enum PayloadState {
    /** All of it is in. */
    RECORDED,
    /** It was in before. */
    REPEATED,
    /** Nothing of it is a signal. */
    IGNORED,
    /**
     * It can't be mapped, or not all of it, until somebody corrects the mapping and sends it again.
     */
    WAITING;

    static final List<String> WORDS = Arrays.stream(values()).map(PayloadState::word).toList();

    static PayloadState of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
