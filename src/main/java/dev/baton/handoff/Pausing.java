package dev.baton.handoff;

import dev.baton.alert.message.DueText;
import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.deadline.PauseLimits;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.deadline.Pauses.Pause;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.people.Calendars;
import dev.baton.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets a clock stand still for a while, audited and resumable (rule R14): what was left when it
 * began is left when it ends. A hand-raiser's review can't be paused, nor what is overdue.
 */
@Component
public class Pausing {

  private final Deadlines deadlines;
  private final Pauses pauses;
  private final Touches touches;
  private final HandoffProcess process;
  private final Calendars calendars;
  private final PauseLimits limits;

  Pausing(
      Deadlines deadlines,
      Pauses pauses,
      Touches touches,
      HandoffProcess process,
      Calendars calendars,
      PauseLimits limits) {
    this.deadlines = deadlines;
    this.pauses = pauses;
    this.touches = touches;
    this.process = process;
    this.calendars = calendars;
    this.limits = limits;
  }

  /** What somebody asks for; the fields are good, whatever the handoff's state. */
  record Request(String reason, Instant until, String note) {}

  /** Until an instant, or for a number of hours from now. */
  static Request read(FieldReader fields, Instant now) {
    AnswerReader answer = AnswerReader.of(AnswerSchema.PAUSE, fields);
    Integer hours = answer.number("hours");
    Instant until = hours == null ? answer.instant("until") : now.plus(Duration.ofHours(hours));
    if (hours == null && fields.raw("until") == null && fields.raw("hours") == null) {
      fields.wrong("until", "say when the clock resumes, such as 2026-11-22T09:30:00+01:00");
    } else if (until != null && !until.isAfter(now)) {
      fields.wrong("until", "a pause ends in the future");
    }
    return new Request(answer.text(AnswerFields.REASON), until, answer.text(AnswerFields.NOTE));
  }

  /** Pauses the clock of the open question. */
  void pause(Handoff handoff, Request request, String by, Instant now) {
    Deadline deadline = pausable(handoff, now);
    List<Pause> before = pauses.of(deadline);
    Duration left = before.stream().map(Pause::length).reduce(limits.longest(), Duration::minus);
    FieldReader wrong = new FieldReader(Map.of());
    if (Duration.between(now, request.until()).compareTo(left) > 0) {
      wrong.wrong(
          "until", "this clock may be paused for at most %s more".formatted(DueText.length(left)));
    }
    if (request.reason().equals(AnswerSchema.AWAITING_LEAD) && touches.of(handoff.id()).isEmpty()) {
      wrong.wrong("reason", "log how you tried to reach the lead first, then wait for them");
    }
    wrong.check();
    move(
        handoff,
        deadline,
        deadline.targets().pausedFor(now, request.until(), working(deadline)),
        new DueChanges.Change(DueChanges.Cause.PAUSE, by, request.note(), now));
    pauses.append(deadline, request.reason(), request.note(), by, now, request.until());
  }

  /** Ends the running pause now: the rest of it is taken back. */
  void resume(Handoff handoff, String by, Instant now) {
    Deadline deadline = deadlines.running(handoff.id(), handoff.state().clock()).orElse(null);
    Pause pause = deadline == null ? null : pauses.running(deadline, now).orElse(null);
    if (pause == null) {
      throw new Conflict(
          "This clock is not paused", handoff.state(), handoff.owner(), handoff.since());
    }
    move(
        handoff,
        deadline,
        deadline.targets().resumedAt(now, pause.until(), working(deadline)),
        new DueChanges.Change(DueChanges.Cause.RESUME, by, null, now));
    pauses.resume(pause, by, now);
  }

  /** Whether the clock of the open question could be paused now, as far as its state tells. */
  public boolean isPausable(Handoff handoff, Deadline deadline, Instant now) {
    return hindrance(handoff, deadline, now).isEmpty();
  }

  private Deadline pausable(Handoff handoff, Instant now) {
    Deadline deadline =
        deadlines
            .running(handoff.id(), handoff.state().clock())
            .orElseThrow(() -> refused(handoff, null, "No clock runs that could be paused"));
    hindrance(handoff, deadline, now)
        .ifPresent(
            why -> {
              throw refused(handoff, deadline, why);
            });
    return deadline;
  }

  private Optional<String> hindrance(Handoff handoff, Deadline deadline, Instant now) {
    if (deadline.missedAt() != null || !deadline.dueAt().isAfter(now)) {
      return Optional.of("What is overdue can't be paused any more; please answer");
    }
    if (handoff.origin().handRaise() && handoff.state() == HandoffState.REVIEW) {
      return Optional.of("This lead asked to talk to sales; its review can't be paused");
    }
    List<Pause> before = pauses.of(deadline);
    if (before.stream().anyMatch(pause -> now.isBefore(pause.end()))) {
      return Optional.of("This clock is paused already; resume it first");
    }
    return before.size() < limits.most()
        ? Optional.empty()
        : Optional.of(
            "This clock was paused %d times already, which is as often as it may be"
                .formatted(before.size()));
  }

  private static ApiProblem refused(Handoff handoff, Deadline deadline, String message) {
    return new Conflict(
        message,
        handoff.state(),
        handoff.owner(),
        deadline == null ? handoff.since() : deadline.start().startedAt());
  }

  private void move(Handoff handoff, Deadline deadline, SlaTargets to, DueChanges.Change why) {
    deadlines.move(deadline, to, why);
    process.moveDue(handoff, to.warnAt(), to.dueAt());
  }

  /** The calendar by which the clock has counted so far. */
  private BusinessCalendar working(Deadline deadline) {
    return deadline.targets().calendar() == null
        ? null
        : calendars
            .find(deadline.targets().calendar())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Nobody keeps the calendar %s any more"
                            .formatted(deadline.targets().calendar())));
  }
}
