package dev.baton.handoff.assignment;

import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.Teams;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The handoffs that nobody could take: managers see them, no rep does, and they leave as soon as
 * somebody in the team that was asked for can take them.
 */
@Component
public class FallbackQueue {
  private final Handoffs handoffs;
  private final OpenHandoffs open;
  private final HandoffProcess process;
  private final OwnerAssignment assignment;
  private final Reassignments reassignments;
  private final AssignmentLedger ledger;
  private final Teams teams;

  FallbackQueue(
      Handoffs handoffs,
      OpenHandoffs open,
      HandoffProcess process,
      OwnerAssignment assignment,
      Reassignments reassignments,
      AssignmentLedger ledger,
      Teams teams) {
    this.handoffs = handoffs;
    this.open = open;
    this.process = process;
    this.assignment = assignment;
    this.reassignments = reassignments;
    this.ledger = ledger;
    this.teams = teams;
  }

  /** What waits for an owner, the oldest first. */
  public List<Handoff> waiting(int most) {
    return open.unowned(teams.fallbackQueue(), most);
  }

  /** Whom the rules asked for when nobody could take it. */
  public Optional<RoutingPreference> asked(Handoff waiting) {
    return ledger.of(waiting.id()).stream()
        .filter(entry -> entry.owner() == null && !teams.isFallbackQueue(entry.team()))
        .reduce((earlier, later) -> later)
        .map(LedgerEntry::preference);
  }

  /**
   * Gives a waiting handoff to who can take it now. Its clock starts anew: the time in the queue
   * was nobody's, and Time since MQL shows it.
   *
   * @return false when there is still nobody
   */
  public boolean retry(String handoffId, RoutingPreference preference) {
    Handoff waiting = handoffs.lock(handoffId).orElseThrow();
    boolean waits =
        waiting.owner() == null && !waiting.isClosed() && teams.isFallbackQueue(waiting.team());
    if (!waits || !process.asks(waiting)) {
      return true;
    }
    Optional<Handoff> owned = assignment.retry(waiting, preference);
    owned.ifPresent(reassignments::restart);
    return owned.isPresent();
  }
}
