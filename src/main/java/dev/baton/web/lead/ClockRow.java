package dev.baton.web.lead;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Row of a clock on a page: one deadline.
 *
 * @param clock its name in the process
 * @param verdict {@code met}, {@code missed}, {@code late} (missed and still open), {@code open} or
 *     {@code void}
 * @param text how much time was or is left
 */
record ClockRow(
    String clock,
    String name,
    String asked,
    @Nullable String owner,
    int round,
    String verdict,
    String text,
    Instant dueAt) {

  /** The assignment is nobody's task. */
  boolean isAssignment() {
    return clock.equals(Deadlines.ROUTE);
  }

  public boolean isRunning() {
    return verdict.equals("open") || verdict.equals("late");
  }

  static ClockRow of(Deadline d, ViewerClock clock, DisplayNames names, Labels words) {
    String verdict = verdict(d, clock.now());
    return new ClockRow(
        d.clock(),
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
      return clock.texts().format("Met, %s before it was due", clock.between(metAt, d.dueAt()));
    }
    Instant endedAt = d.verdict().endedAt();
    if (endedAt != null) {
      return clock.texts().format("Missed, answered %s late", clock.between(d.dueAt(), endedAt));
    }
    return switch (verdict) {
      case "void" -> clock.texts().translated("Cancelled");
      case "late" -> sentence(clock.left(d.dueAt()));
      default -> clock.texts().format("Due %s", clock.left(d.dueAt()));
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
