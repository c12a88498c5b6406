package dev.baton.handoff;

import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Pauses.Pause;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPolicy;
import dev.baton.handoff.record.HandoffState;
import dev.baton.sla.ElapsedTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A handoff as the HTTP contract shows it. */
public record HandoffView(
    String id,
    HandoffState state,
    String owner,
    String team,
    int cycle,
    String channel,
    Instant mqlAt,
    String result,
    String reason,
    Instant closedAt,
    HandoffPolicy.Judge policy,
    Attempts attempts,
    Qualification qualification,
    List<Clock> deadlines) {

  /**
   * How often somebody tried to reach the lead.
   *
   * @param nextAt when they planned to try again, or null
   */
  public record Attempts(int count, Instant nextAt) {
    static Attempts of(List<Touches.Touch> touches) {
      return new Attempts(
          touches.size(), touches.isEmpty() ? null : touches.get(touches.size() - 1).nextAt());
    }
  }

  /** One clock of it, in one round. */
  public record Clock(
      String clock,
      int round,
      String owner,
      Instant startedAt,
      Instant warnAt,
      Instant dueAt,
      Instant metAt,
      Instant missedAt,
      Instant endedAt,
      Instant voidedAt,
      List<Still> pauses,
      Parts elapsed) {}

  /**
   * A time in which the clock stood, or stands, still.
   *
   * @param until when it was to go on
   * @param resumedAt when somebody let it go on before that, or null
   */
  public record Still(
      String reason, String note, String by, Instant from, Instant until, Instant resumedAt) {}

  /** Where its time went until it stopped, or until now: whole seconds that sum to the whole. */
  public record Parts(long system, long queue, long business, long paused, long afterHours) {

    static Parts of(ElapsedTime time) {
      ElapsedTime whole = time.inSeconds();
      return new Parts(
          whole.system().toSeconds(),
          whole.queue().toSeconds(),
          whole.business().toSeconds(),
          whole.paused().toSeconds(),
          whole.afterHours().toSeconds());
    }
  }

  static HandoffView of(
      Handoff handoff,
      List<Touches.Touch> touches,
      Qualification qualification,
      List<Deadline> deadlines,
      Function<Deadline, List<Pause>> pauses,
      Function<Deadline, ElapsedTime> elapsed) {
    return new HandoffView(
        handoff.id(),
        handoff.state(),
        handoff.owner(),
        handoff.team(),
        handoff.cycle(),
        handoff.origin().channel(),
        handoff.frozen().mqlAt(),
        handoff.closing().result(),
        handoff.closing().reason(),
        handoff.closing().closedAt(),
        handoff.policy().judge(),
        Attempts.of(touches),
        qualification,
        deadlines.stream()
            .map(each -> clock(each, pauses.apply(each), elapsed.apply(each)))
            .toList());
  }

  private static Clock clock(Deadline d, List<Pause> pauses, ElapsedTime time) {
    return new Clock(
        d.clock(),
        d.round(),
        d.owner(),
        d.start().startedAt(),
        d.targets().warnAt(),
        d.dueAt(),
        d.verdict().metAt(),
        d.missedAt(),
        d.verdict().endedAt(),
        d.verdict().voidedAt(),
        pauses.stream().map(HandoffView::still).toList(),
        Parts.of(time));
  }

  private static Still still(Pause pause) {
    return new Still(
        pause.reason(), pause.note(), pause.by(), pause.from(), pause.until(), pause.resumedAt());
  }
}
