package dev.baton.know.attribution;

import dev.baton.signal.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signal that may have a part in a goal. */
public record Touchpoint(
    String type, @Nullable String source, @Nullable String campaign, Instant at) {

  static Touchpoint of(Signal signal) {
    return new Touchpoint(
        signal.type(), signal.origin().source(), signal.origin().campaign(), signal.occurredAt());
  }

  boolean names() {
    return source != null || campaign != null;
  }
}
