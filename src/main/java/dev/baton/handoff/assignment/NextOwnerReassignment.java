package dev.baton.handoff.assignment;

import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.Teams;
import dev.baton.routing.RoutingPreference;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reassignment to the colleague whose turn it is, or to the fallback queue. */
@Component
public class NextOwnerReassignment {
  private final NextOwner nextOwner;
  private final Reassignments reassignments;
  private final AnswerPreconditions preconditions;
  private final EscalationNotices notices;
  private final Teams teams;
  private final Clock clock;

  NextOwnerReassignment(
      NextOwner nextOwner,
      Reassignments reassignments,
      AnswerPreconditions preconditions,
      EscalationNotices notices,
      Teams teams,
      Clock clock) {
    this.nextOwner = nextOwner;
    this.reassignments = reassignments;
    this.preconditions = preconditions;
    this.notices = notices;
    this.teams = teams;
    this.clock = clock;
  }

  /**
   * Gives it to the colleague whose turn it is; with nobody there it waits in the fallback queue.
   *
   * @param why as the routing ledger says it
   */
  public void give(Handoff handoff, String owner, String why, String reason) {
    RoutingPreference turn = RoutingPreference.turn(why, handoff.team());
    NextOwner.Found found = nextOwner.find(handoff, turn, Set.of(owner), clock.instant());
    if (found.rep().isPresent()) {
      reassignments.give(handoff, found.rep().get(), reason, OwnerAssigned.RULE);
      return;
    }
    boolean dealRuns = preconditions.isDealRunning(handoff);
    notices.unrouted(
        dealRuns ? handoff : reassignments.release(handoff, teams.fallbackQueue(), reason),
        found.team());
  }
}
