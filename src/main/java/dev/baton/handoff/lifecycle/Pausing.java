package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChangeCause;
import dev.baton.handoff.deadline.DueChangeReason;
import dev.baton.handoff.deadline.Pause;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.handoff.process.HandoffDueDates;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.input.Conflict;
import dev.baton.people.Calendars;
import dev.baton.sla.BusinessCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a clock stand still for a while, audited and resumable (rule R14): what was left when it
 * began is left when it ends. A hand-raiser's review can't be paused, nor what is overdue.
 */
@Component
public class Pausing {

  private final Deadlines deadlines;
  private final Pauses pauses;
  private final PauseRules rules;
  private final HandoffDueDates dueDates;
  private final Calendars calendars;

  Pausing(
      Deadlines deadlines,
      Pauses pauses,
      PauseRules rules,
      HandoffDueDates dueDates,
      Calendars calendars) {
    this.deadlines = deadlines;
    this.pauses = pauses;
    this.rules = rules;
    this.dueDates = dueDates;
    this.calendars = calendars;
  }

  /** Pauses the clock of the open question. */
  public void pause(Handoff handoff, PauseRequest request, String by, Instant now) {
    Deadline deadline = pausable(handoff, now);
    rules.check(handoff, deadline, request, now);
    move(
        handoff,
        deadline,
        deadline.targets().pausedFor(now, request.until(), working(deadline)),
        new DueChangeReason(DueChangeCause.PAUSE, by, request.note(), now));
    pauses.append(deadline, request.reason(), request.note(), by, now, request.until());
  }

  /** Ends the running pause now: the rest of it is taken back. */
  public void resume(Handoff handoff, String by, Instant now) {
    Deadline deadline =
        deadlines
            .running(handoff.id(), handoff.state().clock())
            .orElseThrow(() -> notPaused(handoff));
    Pause pause = pauses.running(deadline, now).orElseThrow(() -> notPaused(handoff));
    resume(handoff, deadline, pause, by, now);
  }

  /** Ends the running pause, if there is one: whoever raises their hand waits for nothing. */
  void end(Handoff handoff, Instant at) {
    deadlines
        .running(handoff.id(), handoff.state().clock())
        .ifPresent(
            deadline ->
                pauses
                    .running(deadline, at)
                    .ifPresent(
                        pause ->
                            resume(
                                handoff,
                                deadline,
                                pause,
                                OwnerAssigned.RULE,
                                at.isBefore(pause.from()) ? pause.from() : at)));
  }

  private void resume(Handoff handoff, Deadline deadline, Pause pause, String by, Instant now) {
    move(
        handoff,
        deadline,
        deadline.targets().resumedAt(now, pause.until(), working(deadline)),
        new DueChangeReason(DueChangeCause.RESUME, by, null, now));
    pauses.resume(deadline, pause, by, now);
  }

  private static Conflict notPaused(Handoff handoff) {
    return conflict(handoff, "This clock is not paused", handoff.since());
  }

  /** Whether the clock of the open question could be paused now, as far as its state tells. */
  public boolean isPausable(Handoff handoff, Deadline deadline, Instant now) {
    return rules.hindrance(handoff, deadline, now).isEmpty();
  }

  private Deadline pausable(Handoff handoff, Instant now) {
    Deadline deadline =
        deadlines
            .running(handoff.id(), handoff.state().clock())
            .orElseThrow(
                () -> conflict(handoff, "No clock runs that could be paused", handoff.since()));
    rules
        .hindrance(handoff, deadline, now)
        .ifPresent(
            why -> {
              throw conflict(handoff, why, deadline.start().startedAt());
            });
    return deadline;
  }

  private static Conflict conflict(Handoff handoff, String message, Instant since) {
    return new Conflict(message, handoff.state(), handoff.owner(), since);
  }

  private void move(Handoff handoff, Deadline deadline, SlaTargets to, DueChangeReason why) {
    deadlines.move(deadline, to, why);
    dueDates.move(handoff, to.warnAt(), to.dueAt());
  }

  /** The calendar by which the clock has counted so far. */
  private @Nullable BusinessCalendar working(Deadline deadline) {
    String name = deadline.targets().calendar();
    return name == null
        ? null
        : calendars
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Nobody keeps the calendar %s any more".formatted(name)));
  }
}
