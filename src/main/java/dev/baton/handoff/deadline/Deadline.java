package dev.baton.handoff.deadline;

import java.time.Instant;

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
    String owner,
    Start start,
    SlaTargets targets,
    Verdict verdict) {

  /**
   * How it began.
   *
   * @param startedAt the instant of the fact from which it counts (rule R2)
   * @param recordedAt when our own step started it, which may have been later
   * @param ownedAt when somebody took it, or null
   */
  public record Start(Instant startedAt, Instant recordedAt, Instant ownedAt) {}

  /**
   * What became of it.
   *
   * @param metAt answered at or before the due instant
   * @param missedAt equal to the due instant when that passed without an answer
   * @param endedAt when the late answer came
   * @param voidedAt when the question disappeared before it was due
   * @param takenAt when the escalation ladder took the overdue question from its owner
   */
  public record Verdict(
      Instant metAt, Instant missedAt, Instant endedAt, Instant voidedAt, Instant takenAt) {}

  public Instant dueAt() {
    return targets.dueAt();
  }

  public Instant missedAt() {
    return verdict.missedAt;
  }

  /** When it stopped: the answer, met or late, or the end of the question; null while it runs. */
  public Instant stoppedAt() {
    if (verdict.metAt != null) {
      return verdict.metAt;
    }
    return verdict.endedAt != null ? verdict.endedAt : verdict.voidedAt;
  }
}
