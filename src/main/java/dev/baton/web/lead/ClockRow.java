package dev.baton.web.lead;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Row of a clock on a page: one deadline.
 *
 * @param verdict {@code met}, {@code missed}, {@code late} (missed and still open), {@code open} or
 *     {@code void}
 * @param text how much time was or is left
 */
record ClockRow(
    String name,
    String asked,
    @Nullable String owner,
    int round,
    String verdict,
    String text,
    Instant dueAt) {

  public boolean isRunning() {
    return verdict.equals("open") || verdict.equals("late");
  }

  static ClockRow of(Deadline d, ViewerClock clock, DisplayNames names, Labels words) {
    String verdict = verdict(d, clock.now());
    return new ClockRow(
        words.clock(d.clock()),
        words.asked(d.clock()),
        names.of(d.owner()),
        d.round(),
        verdict,
        text(d, verdict, clock),
        d.dueAt());
  }

  private static String text(Deadline d, String verdict, ViewerClock clock) {
    Instant metAt = d.verdict().metAt();
    if (metAt != null) {
      return "Met, %s before it was due".formatted(clock.between(metAt, d.dueAt()));
    }
    Instant endedAt = d.verdict().endedAt();
    if (endedAt != null) {
      return "Missed, answered %s late".formatted(clock.between(d.dueAt(), endedAt));
    }
    return switch (verdict) {
      case "void" -> "Cancelled";
      case "late" -> sentence(clock.left(d.dueAt()));
      default -> "Due " + clock.left(d.dueAt());
    };
  }

  /** An answer is missing from the due instant on, whatever any timer did (rule R7). */
  private static String verdict(Deadline d, Instant now) {
    if (d.verdict().metAt() != null) {
      return "met";
    }
    if (d.verdict().endedAt() != null) {
      return "missed";
    }
    if (d.verdict().voidedAt() != null) {
      return "void";
    }
    return d.dueAt().isBefore(now) ? "late" : "open";
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
