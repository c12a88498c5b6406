package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.notice.OwnerNotices;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.sla.SlaTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Starts and watches what a handoff's people owe: by when, and what was missed. */
@Component
public class DeadlineSteps {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog log;
  private final OwnerNotices notices;
  private final EscalationNotices escalationNotices;
  private final Clock clock;

  DeadlineSteps(
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog log,
      OwnerNotices notices,
      EscalationNotices escalationNotices,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
    this.notices = notices;
    this.escalationNotices = escalationNotices;
    this.clock = clock;
  }

  /**
   * Starts the clock of the open question, or its next round for another owner. The first round
   * counts from the fact that led here, however late this step runs (rule R2).
   */
  public Deadline start(String handoffId, String question, boolean handRaise, SlaTarget target) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    if (handoff.origin().handRaise() != handRaise) {
      throw new ConcurrencyFailureException("The lead raised its hand while the clock started");
    }
    int rounds = deadlines.rounds(handoffId, question);
    Instant from = rounds == 0 ? handoff.since() : clock.instant();
    Deadline started = deadlines.start(handoff, question, from, target);
    boolean asked =
        question.equals(handoff.state().clock()) && handoff.state() != HandoffState.REVIEW;
    if (rounds == 0 && asked && log.lastAnswer(handoffId).isEmpty()) {
      // No review led here, after which the owner would know; the diagram's alert is the review's.
      notices.assigned(handoff, started, true);
    }
    return started;
  }

  /** Tells the owner of an assignment, or of a reassignment when it was somebody else's. */
  public void alertOwner(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    List<Deadline> asked = deadlines.asked(handoff);
    asked.stream()
        .filter(deadline -> HandoffState.isAdded(deadline.clock()))
        .findFirst()
        .or(() -> of(asked, handoff.state()))
        .ifPresentOrElse(
            deadline -> notices.assigned(handoff, deadline, isFirst(deadline)),
            () -> notices.dealHandedOver(handoff, clock.instant()));
  }

  private static Optional<Deadline> of(List<Deadline> asked, HandoffState state) {
    return asked.stream().filter(each -> each.clock().equals(state.clock())).findFirst();
  }

  /** Whether nobody answered for this clock before. */
  private boolean isFirst(Deadline deadline) {
    return deadline.round() == 1
        || deadlines.of(deadline.handoffId()).stream()
            .filter(earlier -> earlier.clock().equals(deadline.clock()))
            .filter(earlier -> earlier.round() < deadline.round())
            .allMatch(earlier -> earlier.owner() == null);
  }

  /** Reminds the owner of what is due soon, once; after its due instant there is no point. */
  public void remindOwner(String handoffId) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    Instant now = clock.instant();
    deadlines.asked(handoff).stream()
        .filter(
            deadline ->
                deadline.targets().warnAt() != null && !deadline.targets().warnAt().isAfter(now))
        .forEach(deadline -> notices.reminder(handoff, deadline, now));
  }

  /** Records the miss of what is overdue at its true instant and tells the managers (R7). */
  public void escalate(String handoffId) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    miss(Map.of(handoffId, handoff), deadlines.asked(handoff).stream());
  }

  /**
   * Notices clocks that ran out although their timers said nothing yet, all of them together. What
   * belongs to a handoff that somebody works on is left to the next time.
   */
  public void notice(List<Deadline> unnoticed) {
    Map<String, Handoff> locked =
        handoffs.lockFree(unnoticed.stream().map(Deadline::handoffId).distinct().toList());
    Map<Long, Deadline> now =
        deadlines.ofLocked(locked.keySet()).values().stream()
            .flatMap(List::stream)
            .filter(deadline -> deadline.stoppedAt() == null)
            .collect(Collectors.toMap(Deadline::id, Function.identity()));
    miss(locked, unnoticed.stream().flatMap(each -> Stream.ofNullable(now.get(each.id()))));
  }

  /** A miss that is recorded was told with it. */
  private void miss(Map<String, Handoff> handoffs, Stream<Deadline> running) {
    Instant now = clock.instant();
    List<Deadline> ranOut =
        running
            .filter(deadline -> !deadline.dueAt().isAfter(now) && deadline.missedAt() == null)
            .toList();
    if (!ranOut.isEmpty()) {
      deadlines.miss(ranOut);
      escalationNotices.escalations(ranOut, handoffs);
    }
  }
}
