package dev.baton.handoff.deadline;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LockedHandoffRows;
import dev.baton.sla.SlaTarget;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The clocks of every handoff, one verdict a clock and round, never overwritten (rule R7). */
@Component
public class Deadlines {
  public static final String ROUTE = HandoffState.ROUTE;

  private final JdbcClient db;
  private final Handoffs handoffs;
  private final DueChanges changes;
  private final ApplicationEventPublisher facts;
  private final Clock time;

  /** Of the handoffs that the transaction has locked; whoever changes a clock has. */
  private final LockedHandoffRows<Deadline> read;

  Deadlines(
      JdbcClient db,
      Handoffs handoffs,
      DueChanges changes,
      ApplicationEventPublisher facts,
      Clock time) {
    this.db = db;
    this.read = new LockedHandoffRows<>(Deadline.class, handoffs);
    this.handoffs = handoffs;
    this.changes = changes;
    this.facts = facts;
    this.time = time;
  }

  @EventListener
  void on(HandoffOpened fact) {
    read.none(fact.handoffId());
  }

  /** All deadlines of a handoff in the order in which they started. */
  public List<Deadline> of(String handoffId) {
    return read.of(handoffId, id -> of(List.of(id)).getOrDefault(id, List.of()));
  }

  /** As {@link #of(Collection)}, kept for the handoffs that the transaction has locked. */
  public Map<String, List<Deadline>> ofLocked(Collection<String> handoffIds) {
    Map<String, List<Deadline>> all = of(handoffIds);
    handoffIds.forEach(handoff -> read.of(handoff, id -> all.getOrDefault(id, List.of())));
    return all;
  }

  /** All deadlines by handoff, each in the order in which they started. */
  public Map<String, List<Deadline>> of(Collection<String> handoffIds) {
    return Sql.byIds(
            handoffIds,
            some ->
                db.sql("select * from deadline where handoff_id in (:ids) order by started_at, id")
                    .param("ids", some)
                    .query(DeadlineRowMapper::read)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Deadline::handoffId));
  }

  /** The round of a clock that still waits for its answer, missed or not. */
  public Optional<Deadline> running(String handoffId, String clock) {
    return of(handoffId).stream()
        .filter(deadline -> deadline.clock().equals(clock) && deadline.stoppedAt() == null)
        .findFirst();
  }

  /** Of each question that is open, the round that waits for its answer. */
  public List<Deadline> asked(Handoff handoff) {
    return of(handoff.id()).stream()
        .filter(deadline -> handoff.mayAsk(deadline.clock()))
        .filter(d -> d.stoppedAt() == null)
        .toList();
  }

  /** The open question that a designer added; before it is answered nothing else is asked. */
  public Optional<Deadline> added(Handoff handoff) {
    return asked(handoff).stream()
        .filter(deadline -> HandoffState.isAdded(deadline.clock()))
        .findFirst();
  }

  /**
   * Starts the next round of a clock.
   *
   * @param at the instant of the fact from which it counts
   */
  public Deadline start(Handoff handoff, String clock, Instant at, SlaTarget target) {
    Instant now = time.instant();
    int round = rounds(handoff.id(), clock) + 1;
    SlaTargets targets = SlaTargets.of(target, at, handoff.origin().handRaise());
    KeyHolder key = new GeneratedKeyHolder();
    db.sql(
            """
            insert into deadline (handoff_id, clock, round, owner, started_at, recorded_at,
              assigned_at, warn_at, due_at, calendar, counted_from, hand_raise)
            values (:handoffId, :clock, :round, :owner, :startedAt, :recordedAt,
              :ownedAt, :warnAt, :dueAt, :calendar, :startedAt, :handRaise)
            """)
        .param("handoffId", handoff.id())
        .param("clock", clock)
        .param("round", round)
        .param("owner", handoff.owner())
        .param("startedAt", Sql.timestamp(at))
        .param("recordedAt", Sql.timestamp(now))
        .param("ownedAt", handoff.owner() == null ? null : Sql.timestamp(now))
        .param("warnAt", Sql.timestampOrNull(targets.warnAt()))
        .param("dueAt", Sql.timestamp(targets.dueAt()))
        .param("calendar", targets.calendar())
        .param("handRaise", targets.handRaise())
        .update(key, "id");
    Deadline started =
        new Deadline(
            key.getKeyAs(Number.class).longValue(),
            handoff.id(),
            clock,
            round,
            handoff.owner(),
            new DeadlineStart(at, now, handoff.owner() == null ? null : now),
            targets,
            DeadlineVerdict.NONE);
    tell(started);
    return started;
  }

  /** How many rounds of a clock have started. */
  public int rounds(String handoffId, String clock) {
    return (int) of(handoffId).stream().filter(round -> round.clock().equals(clock)).count();
  }

  /** A deadline that was nobody's is somebody's now. */
  public void own(Deadline deadline, String owner) {
    Instant now = time.instant();
    Deadline owned = current(deadline).ownedBy(owner, now);
    db.sql("update deadline set owner = :owner, assigned_at = :ownedAt where id = :id")
        .param("owner", owner)
        .param("ownedAt", Sql.timestamp(now))
        .param("id", deadline.id())
        .update();
    tell(owned);
  }

  /** Moves the due instant; only a pause, rule R4 and a previewed policy change do (rule R14). */
  public void move(Deadline deadline, SlaTargets to, DueChangeReason why) {
    Deadline moved = current(deadline).movedTo(to);
    db.sql(
            """
            update deadline set warn_at = :warnAt, due_at = :dueAt, calendar = :calendar,
              counted_from = :countedFrom, hand_raise = :handRaise
            where id = :id
            """)
        .param("warnAt", Sql.timestampOrNull(to.warnAt()))
        .param("dueAt", Sql.timestamp(to.dueAt()))
        .param("calendar", to.calendar())
        .param("countedFrom", Sql.timestamp(to.countedFrom()))
        .param("handRaise", to.handRaise())
        .param("id", deadline.id())
        .update();
    changes.append(deadline, to.dueAt(), why);
    tell(moved);
  }

  /**
   * The answer came: met at or before the due instant, else missed at it and ended now. One that
   * was given before the round began, to an earlier owner, meets it at its start.
   */
  public void answer(Deadline deadline, Instant given) {
    Instant start = deadline.start().startedAt();
    Instant at = given.isBefore(start) ? start : given;
    if (isMissed(deadline, at)) {
      if (deadline.missedAt() == null) {
        miss(List.of(current(deadline)));
      }
      change(deadline, "ended_at", at, verdict -> verdict.ended(at));
    } else {
      change(deadline, "met_at", at, verdict -> verdict.met(at));
    }
  }

  /** A timer may have found the miss at the very due instant; that verdict stays. */
  private static boolean isMissed(Deadline deadline, Instant at) {
    return deadline.missedAt() != null || at.isAfter(deadline.dueAt());
  }

  /** They ran out; the instant is the true one, whenever that is noticed. */
  public void miss(List<Deadline> ranOut) {
    db.sql("update deadline set missed_at = due_at where id in (:ids)")
        .param("ids", ranOut.stream().map(Deadline::id).toList())
        .update();
    facts.publishEvent(
        new DeadlinesMissed(
            ranOut.stream()
                .map(deadline -> changed(deadline.with(v -> v.missed(deadline.dueAt()))))
                .toList()));
  }

  /** The escalation ladder takes the overdue question from its owner; the round ends with it. */
  public void take(Deadline deadline, Instant at) {
    change(deadline, "reassigned_at", at, verdict -> verdict.taken(at));
  }

  /** The question disappeared: void before the due instant, missed after it. */
  public void end(Deadline deadline, Instant at) {
    if (isMissed(deadline, at)) {
      answer(deadline, at);
    } else {
      change(deadline, "voided_at", at, verdict -> verdict.voided(at));
    }
  }

  private void change(
      Deadline deadline, String column, Instant value, UnaryOperator<DeadlineVerdict> verdict) {
    Deadline changed = current(deadline).with(verdict);
    db.sql(
            """
            update deadline set %s = :value, is_running = :running
            where id = :id
            """
                .formatted(column))
        .param("value", Sql.timestamp(value))
        .param("running", changed.stoppedAt() == null)
        .param("id", deadline.id())
        .update();
    tell(changed);
  }

  /** As it is now, whatever was changed since it was read. */
  private Deadline current(Deadline deadline) {
    return of(deadline.handoffId()).stream()
        .filter(each -> each.id() == deadline.id())
        .findFirst()
        .orElseThrow();
  }

  private void tell(Deadline deadline) {
    facts.publishEvent(changed(deadline));
  }

  private DeadlineChanged changed(Deadline deadline) {
    read.change(deadline.handoffId(), rounds -> with(rounds, deadline));
    Handoff handoff = handoffs.find(deadline.handoffId()).orElseThrow();
    return new DeadlineChanged(deadline, handoff.leadId(), handoff.team());
  }

  /** The rounds with one that has changed or is new. */
  private static List<Deadline> with(List<Deadline> rounds, Deadline changed) {
    return rounds.stream().anyMatch(each -> each.id() == changed.id())
        ? rounds.stream().map(each -> each.id() == changed.id() ? changed : each).toList()
        : Stream.concat(rounds.stream(), Stream.of(changed)).toList();
  }
}
