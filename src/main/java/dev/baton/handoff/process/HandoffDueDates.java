package dev.baton.handoff.process;

import dev.baton.engine.ProcessInstances;
import dev.baton.engine.RunningProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Due dates of a handoff's open questions, as its process shows them, and the timers on them. */
@Component
public class HandoffDueDates {
  private final ProcessInstances instances;

  HandoffDueDates(ProcessInstances instances) {
    this.instances = instances;
  }

  /** Moves the due instant of the open question and of its timers. */
  public void move(Handoff handoff, @Nullable Instant warnAt, Instant dueAt) {
    move(handoff, handoff.state().clock(), warnAt, dueAt);
  }

  /** The same of the question of a clock, which may be asked beside another one. */
  public void move(Handoff handoff, String clock, @Nullable Instant warnAt, Instant dueAt) {
    Date warn = new HandoffProcess.Due(warnAt, dueAt).warning();
    Optional<HandoffState> shipped = HandoffState.ofClock(clock);
    if (shipped.isEmpty()) {
      moveAdded(handoff, clock, warn, dueAt);
      return;
    }
    HandoffState question = shipped.get();
    instance(handoff)
        .filter(running -> running.isAt(question.task()))
        .ifPresent(
            running -> {
              if (question == handoff.state()) {
                running.set(HandoffProcess.WARN_AT, warn);
                running.set(HandoffProcess.DUE_AT, Date.from(dueAt));
              }
              running.moveDue(question.task(), dueAt);
              running.moveTimer(question.overdueTimer(), dueAt);
              running.moveTimer(question.dueSoonTimer(), warn.toInstant());
            });
  }

  private void moveAdded(Handoff handoff, String clock, Date warn, Instant dueAt) {
    RunningProcess running = instance(handoff).orElse(null);
    String task = running == null ? null : running.taskOf(HandoffProcess.CLOCK, clock).orElse(null);
    if (running != null && task != null) {
      running.set(HandoffProcess.WARN_AT, warn);
      running.set(HandoffProcess.DUE_AT, Date.from(dueAt));
      running.moveDue(task, dueAt);
      running.moveTimersAt(task, "${dueAt}", dueAt);
      running.moveTimersAt(task, "${warnAt}", warn.toInstant());
    }
  }

  /** Shows on the open question when the lead is to be tried again; null: not planned. */
  public void planAttempt(Handoff handoff, @Nullable Instant nextAttempt) {
    instance(handoff)
        .ifPresent(running -> running.moveFollowUp(handoff.state().task(), nextAttempt));
  }

  private Optional<RunningProcess> instance(Handoff handoff) {
    return instances.find(HandoffProcess.KEY, handoff.id());
  }
}
