package dev.baton.handoff;

import dev.baton.handoff.answer.Touch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody tried to reach a lead.
 *
 * @param nextAt when they planned to try again, or null
 */
public record Attempts(int count, @Nullable Instant nextAt) {
  static Attempts of(List<Touch> touches) {
    return new Attempts(
        touches.size(), touches.isEmpty() ? null : touches.get(touches.size() - 1).nextAt());
  }
}
