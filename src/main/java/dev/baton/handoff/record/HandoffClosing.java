package dev.baton.handoff.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it ended; all empty until then. */
public record HandoffClosing(
    @Nullable String result, @Nullable String reason, @Nullable Instant closedAt) {
  public static final HandoffClosing NONE = new HandoffClosing(null, null, null);
}
