package dev.baton.handoff.deadline;

import dev.baton.engine.DecisionFailure;
import dev.baton.handoff.record.Handoff;
import dev.baton.sla.SlaTarget;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Promises that running clocks would be given by the policies and calendars in force now. */
@Component
public class DeadlinePromises {
  private final SlaPolicies policies;
  private final Pauses pauses;

  DeadlinePromises(SlaPolicies policies, Pauses pauses) {
    this.policies = policies;
    this.pauses = pauses;
  }

  /** Empty when no policy promises anything any more. */
  public Optional<SlaTargets> of(Handoff handoff, Deadline deadline) {
    return of(handoff, deadline, pauses.of(deadline));
  }

  /** The same with the pauses that the clock had. */
  public Optional<SlaTargets> of(Handoff handoff, Deadline deadline, List<Pause> paused) {
    SlaTarget target;
    try {
      target = policies.target(handoff, deadline.clock(), deadline.targets().handRaise());
    } catch (DecisionFailure noPolicy) {
      return Optional.empty();
    }
    SlaTargets targets =
        SlaTargets.of(target, deadline.targets().countedFrom(), deadline.targets().handRaise());
    for (Pause pause : paused) {
      boolean counts = pause.end().isAfter(targets.countedFrom());
      if (counts && pause.from().isBefore(targets.dueAt())) {
        targets = targets.pausedFor(pause.from(), pause.end(), target.calendar());
      }
    }
    return Optional.of(targets);
  }
}
