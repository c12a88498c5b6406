package dev.baton.signal;

import dev.baton.input.FieldError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Outcome of recording a valid signal. */
sealed interface SignalOutcome {
  List<FieldError> issues();

  /** It is in the log, by this call or by one before it. */
  record Recorded(String leadId, @Nullable String email, boolean duplicate, List<FieldError> issues)
      implements SignalOutcome {
    /** With one more issue. */
    Recorded with(FieldError issue) {
      return new Recorded(
          leadId, email, duplicate, Stream.concat(issues.stream(), Stream.of(issue)).toList());
    }
  }

  /** Nothing of it was kept. */
  record Refused(List<FieldError> issues) implements SignalOutcome {}
}
