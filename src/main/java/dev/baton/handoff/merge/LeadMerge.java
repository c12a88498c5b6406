package dev.baton.handoff.merge;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Makes two leads one in a single transaction: the older record survives; of two open handoffs the
 * one that is further along, whichever lead it began with. The other one closes as merged, its
 * clocks void, its process and tasks gone.
 */
@Component
public class LeadMerge {
  private final Leads leads;
  private final LeadRecordMerge leadRecordMerge;
  private final Handoffs handoffs;
  private final Stages stages;
  private final LeadPrecedence precedence;
  private final MergedHandoffs merged;
  private final Clock clock;

  LeadMerge(
      Leads leads,
      LeadRecordMerge leadRecordMerge,
      Handoffs handoffs,
      Stages stages,
      LeadPrecedence precedence,
      MergedHandoffs merged,
      Clock clock) {
    this.leads = leads;
    this.leadRecordMerge = leadRecordMerge;
    this.handoffs = handoffs;
    this.stages = stages;
    this.precedence = precedence;
    this.merged = merged;
    this.clock = clock;
  }

  /** Merges two leads; the same pair again does nothing. Runs in the caller's transaction. */
  public MergedLeads merge(String one, String other, String by) {
    String first = leadRecordMerge.survivor(one).orElseThrow();
    String second = leadRecordMerge.survivor(other).orElseThrow();
    if (first.equals(second)) {
      return new MergedLeads(first, null);
    }
    // In the order of their ids, as every intake does.
    List<Lead> both = Stream.of(first, second).sorted().map(leads::lock).toList();
    List<Lead> byAge =
        both.stream()
            .sorted(Comparator.comparing(Lead::createdAt).thenComparing(Lead::id))
            .toList();
    merge(byAge.get(1), byAge.get(0), by, clock.instant());
    return new MergedLeads(byAge.get(0).id(), byAge.get(1).id());
  }

  private void merge(Lead younger, Lead older, String by, Instant at) {
    Optional<Handoff> mine = settled(handoffs.lockOpen(older.id()));
    Optional<Handoff> theirs = settled(handoffs.lockOpen(younger.id()));
    String stays = precedence.stays(older, mine, younger, theirs);
    String email = younger.email() == null ? "a visitor" : younger.email();
    leadRecordMerge.merge(younger, older, by, at);
    (stays.equals(older.id()) ? theirs : mine).ifPresent(h -> merged.close(h, by, at));
    handoffs.move(younger.id(), older.id());
    stages.merge(younger.id(), older.id(), stays, at, by);
    merged.follow(younger.id(), older.id());
    (stays.equals(older.id()) ? mine : theirs)
        .flatMap(open -> handoffs.find(open.id()))
        .filter(open -> open.owner() != null && !by.equals(open.owner()))
        .ifPresent(open -> merged.tellOwner(open, email, at));
  }

  /** A no that was given but hasn't led anywhere yet is waited for: it takes a moment only. */
  private static Optional<Handoff> settled(Optional<Handoff> open) {
    if (open.filter(Handoff::isClosed).isPresent()) {
      throw new ConcurrencyFailureException("The lead is on its way back to marketing");
    }
    return open;
  }
}
