package dev.baton.handoff.deadline;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a handoff in one round, with one verdict that is never overwritten (rule R7).
 *
 * @param clock {@code route}, {@code review}, {@code qualification}, {@code first_touch} or {@code
 *     opportunity}
 * @param round counts owners of the same clock from 1
 * @param owner who answers for it, or null
 */
public record Deadline(
    long id,
    String handoffId,
    String clock,
    int round,
    @Nullable String owner,
    DeadlineStart start,
    SlaTargets targets,
    DeadlineVerdict verdict) {

  public Instant dueAt() {
    return targets.dueAt();
  }

  public @Nullable Instant missedAt() {
    return verdict.missedAt();
  }

  /** When it stopped: the answer, met or late, or the end of the question; null while it runs. */
  public @Nullable Instant stoppedAt() {
    if (verdict.metAt() != null) {
      return verdict.metAt();
    }
    return verdict.endedAt() != null ? verdict.endedAt() : verdict.voidedAt();
  }

  Deadline ownedBy(String person, Instant at) {
    DeadlineStart owned = new DeadlineStart(start.startedAt(), start.recordedAt(), at);
    return new Deadline(id, handoffId, clock, round, person, owned, targets, verdict);
  }

  Deadline movedTo(SlaTargets to) {
    return new Deadline(id, handoffId, clock, round, owner, start, to, verdict);
  }

  Deadline with(UnaryOperator<DeadlineVerdict> change) {
    DeadlineVerdict changed = change.apply(verdict);
    return new Deadline(id, handoffId, clock, round, owner, start, targets, changed);
  }
}
