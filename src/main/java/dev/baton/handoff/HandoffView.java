package dev.baton.handoff;

import java.time.Instant;
import java.util.List;

/** A handoff as the HTTP contract shows it. */
public record HandoffView(
    String id,
    State state,
    String owner,
    String team,
    int cycle,
    String channel,
    Instant mqlAt,
    String result,
    String reason,
    Instant closedAt,
    List<Clock> deadlines) {

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
      Instant voidedAt) {}

  public static HandoffView of(Handoff handoff, List<Deadline> deadlines) {
    return new HandoffView(
        handoff.id(),
        handoff.state(),
        handoff.owner(),
        handoff.team(),
        handoff.cycle(),
        handoff.channel(),
        handoff.mqlAt(),
        handoff.result(),
        handoff.reason(),
        handoff.closedAt(),
        deadlines.stream().map(HandoffView::clock).toList());
  }

  private static Clock clock(Deadline d) {
    return new Clock(
        d.clock(),
        d.round(),
        d.owner(),
        d.startedAt(),
        d.warnAt(),
        d.dueAt(),
        d.metAt(),
        d.missedAt(),
        d.endedAt(),
        d.voidedAt());
  }
}
