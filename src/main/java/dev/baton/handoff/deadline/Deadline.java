package dev.baton.handoff.deadline;

import java.time.Instant;

/**
 * One clock of a handoff in one round, with one verdict that is never overwritten (rule R7).
 *
 * @param clock {@code route}, {@code review}, {@code qualification}, {@code first_touch} or {@code
 *     opportunity}
 * @param round counts owners of the same clock from 1
 * @param owner who answers for it, or null
 * @param startedAt the instant of the fact from which it counts (rule R2)
 * @param recordedAt when our own step started it, which may have been later
 * @param ownedAt when somebody took it, or null
 * @param metAt answered at or before {@code dueAt}
 * @param missedAt equal to {@code dueAt} when that passed without an answer
 * @param endedAt when the late answer came
 * @param voidedAt when the question disappeared before it was due
 * @param calendar whose working time it counts by; null: every minute counts
 * @param countedFrom the start, or the hand-raise that pulled it (rule R4)
 * @param handRaise whether it was promised to a hand-raiser
 * @param takenAt when the escalation ladder took the overdue question from its owner
 */
public record Deadline(
    long id,
    String handoffId,
    String clock,
    int round,
    String owner,
    Instant startedAt,
    Instant recordedAt,
    Instant ownedAt,
    Instant warnAt,
    Instant dueAt,
    Instant metAt,
    Instant missedAt,
    Instant endedAt,
    Instant voidedAt,
    Instant takenAt,
    String calendar,
    Instant countedFrom,
    boolean handRaise) {

  /** When it stopped: the answer, met or late, or the end of the question; null while it runs. */
  public Instant stoppedAt() {
    if (metAt != null) {
      return metAt;
    }
    return endedAt != null ? endedAt : voidedAt;
  }
}
