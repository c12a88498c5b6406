package dev.baton.handoff.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pause of one clock.
 *
 * @param until when it was to end
 * @param resumedAt when somebody ended it before that, or null
 */
public record Pause(
    long id,
    long deadlineId,
    String reason,
    @Nullable String note,
    String by,
    Instant from,
    Instant until,
    @Nullable Instant resumedAt) {

  public Instant end() {
    return resumedAt == null ? until : resumedAt;
  }

  public Duration length() {
    return Duration.between(from, end());
  }
}
