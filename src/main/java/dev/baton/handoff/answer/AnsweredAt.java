package dev.baton.handoff.answer;

import java.time.Clock;
import java.time.Instant;

/**
 * When an answer was given: now, or where it was held for a while before it is recorded, then (rule
 * R27). An answer is recorded in one thread, through the engine and back.
 */
public final class AnsweredAt {
  private static final ThreadLocal<Instant> HELD = new ThreadLocal<>();

  private AnsweredAt() {}

  /** The instant of the answer that this thread records. */
  public static Instant of(Clock clock) {
    Instant held = HELD.get();
    return held == null ? clock.instant() : held;
  }

  /** Whether it was held, so that whoever gave it may have left meanwhile. */
  public static boolean wasHeld() {
    return HELD.get() != null;
  }

  /** Records an answer that was given at an instant. */
  public static void record(Instant given, Runnable answer) {
    HELD.set(given);
    try {
      answer.run();
    } finally {
      HELD.remove();
    }
  }
}
