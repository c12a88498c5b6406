package dev.baton.handoff.lifecycle;

import dev.baton.alert.message.DueText;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Pause;
import dev.baton.handoff.deadline.PauseLimits;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.FieldReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rules of pauses: which clock may be paused, how often, for how long and why (rule R14). */
@Component
class PauseRules {
  private final Pauses pauses;
  private final Touches touches;
  private final PauseLimits limits;

  PauseRules(Pauses pauses, Touches touches, PauseLimits limits) {
    this.pauses = pauses;
    this.touches = touches;
    this.limits = limits;
  }

  /** Refuses a pause that is too long, or that waits for a lead whom nobody tried to reach. */
  void check(Handoff handoff, Deadline deadline, PauseRequest request, Instant now) {
    Duration left =
        pauses.of(deadline).stream().map(Pause::length).reduce(limits.longest(), Duration::minus);
    FieldReader wrong = new FieldReader(Map.of());
    if (Duration.between(now, request.until()).compareTo(left) > 0) {
      wrong.wrong(
          "until", "this clock may be paused for at most %s more".formatted(DueText.length(left)));
    }
    if (request.reason().equals(AnswerSchema.AWAITING_LEAD) && touches.of(handoff.id()).isEmpty()) {
      wrong.wrong("reason", "log how you tried to reach the lead first, then wait for them");
    }
    wrong.check();
  }

  /** Why the clock can't be paused now, as far as its state tells. */
  Optional<String> hindrance(Handoff handoff, Deadline deadline, Instant now) {
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
}
