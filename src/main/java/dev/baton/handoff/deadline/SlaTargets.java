package dev.baton.handoff.deadline;

import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.SlaTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when an answer is owed.
 *
 * @param warnAt when the owner is reminded; null: not at all
 * @param calendar the name of the calendar by which it counts, or null
 * @param countedFrom the instant from which it counts
 * @param handRaise whether it is made to a hand-raiser
 */
public record SlaTargets(
    @Nullable Instant warnAt,
    Instant dueAt,
    @Nullable String calendar,
    Instant countedFrom,
    boolean handRaise) {

  public static SlaTargets of(SlaTarget target, Instant from, boolean handRaise) {
    BusinessCalendar calendar = target.calendar();
    return new SlaTargets(
        target.warnAt(from),
        target.dueAt(from),
        calendar == null ? null : calendar.name(),
        from,
        handRaise);
  }

  /**
   * The clock stands still for a while: what was left at its beginning is left at its end, in the
   * same kind of time. A reminder that is over by then stays where it was.
   *
   * @param working the calendar by which the clock counts, or null
   */
  public SlaTargets pausedFor(Instant from, Instant to, @Nullable BusinessCalendar working) {
    return new SlaTargets(
        warnAt == null || warnAt.isBefore(from) ? warnAt : shifted(warnAt, from, to, working),
        shifted(dueAt, from, to, working),
        calendar,
        countedFrom,
        handRaise);
  }

  /**
   * The rest of a pause is taken back: what was to be left at its end is left now. An answer that
   * is due before that end doesn't wait for it.
   */
  public SlaTargets resumedAt(Instant now, Instant end, @Nullable BusinessCalendar working) {
    return new SlaTargets(
        warnAt == null || warnAt.isBefore(end) ? warnAt : shifted(warnAt, end, now, working),
        dueAt.isBefore(end) ? dueAt : shifted(dueAt, end, now, working),
        calendar,
        countedFrom,
        handRaise);
  }

  private static Instant shifted(
      Instant at, Instant from, Instant to, @Nullable BusinessCalendar working) {
    return working == null
        ? to.plusMillis(at.toEpochMilli() - from.toEpochMilli())
        : working.plus(to, working.between(from, at));
  }
}
