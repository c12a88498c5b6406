package dev.baton.web.lead;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.time.Instant;

/**
 * Deadline row of a page.
 *
 * @param verdict {@code met}, {@code missed}, {@code late} (missed and still open), {@code open} or
 *     {@code void}
 * @param text how much time was or is left
 */
record DeadlineRow(
    String name,
    String asked,
    String owner,
    int round,
    String verdict,
    String text,
    Instant dueAt) {

  public boolean isRunning() {
    return verdict.equals("open") || verdict.equals("late");
  }

  static DeadlineRow of(Deadline d, ViewerClock clock, DisplayNames names, Labels words) {
    String verdict = verdict(d, clock.now());
    String text =
        switch (verdict) {
          case "met" ->
              "Met, %s before it was due"
                  .formatted(ViewerClock.between(d.verdict().metAt(), d.dueAt()));
          case "missed" ->
              "Missed, answered %s late"
                  .formatted(ViewerClock.between(d.dueAt(), d.verdict().endedAt()));
          case "void" -> "Cancelled";
          case "late" -> sentence(clock.left(d.dueAt()));
          default -> "Due " + clock.left(d.dueAt());
        };
    return new DeadlineRow(
        words.clock(d.clock()),
        words.asked(d.clock()),
        names.of(d.owner()),
        d.round(),
        verdict,
        text,
        d.dueAt());
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
