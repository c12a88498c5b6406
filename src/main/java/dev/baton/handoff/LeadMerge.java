package dev.baton.handoff;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice.Kind;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Makes two leads one in a single transaction: the older record survives; of two open handoffs the
 * one that is further along, whichever lead it began with. The other one closes as merged, its
 * clocks void, its process and tasks gone.
 */
@Component
public class LeadMerge {
  private static final String DUPLICATE = "duplicate";

  private final Leads leads;
  private final LeadRecordMerge leadRecordMerge;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final Stages stages;
  private final HandoffNotices notices;
  private final Outbox outbox;
  private final AnswerLog log;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  LeadMerge(
      Leads leads,
      LeadRecordMerge leadRecordMerge,
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      Stages stages,
      HandoffNotices notices,
      Outbox outbox,
      AnswerLog log,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.leads = leads;
    this.leadRecordMerge = leadRecordMerge;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.stages = stages;
    this.notices = notices;
    this.outbox = outbox;
    this.log = log;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Which record is left.
   *
   * @param merged the record that went into it; null when both were one already
   */
  public record Merged(String survivor, String merged) {}

  /** Merges two leads; the same pair again does nothing. Runs in the caller's transaction. */
  public Merged merge(String one, String other, String by) {
    String first = leadRecordMerge.survivor(one).orElseThrow();
    String second = leadRecordMerge.survivor(other).orElseThrow();
    if (first.equals(second)) {
      return new Merged(first, null);
    }
    // In the order of their ids, as every intake does.
    List<Lead> both = Stream.of(first, second).sorted().map(leads::lock).toList();
    List<Lead> byAge =
        both.stream()
            .sorted(Comparator.comparing(Lead::createdAt).thenComparing(Lead::id))
            .toList();
    merge(byAge.get(1), byAge.get(0), by, clock.instant());
    return new Merged(byAge.get(0).id(), byAge.get(1).id());
  }

  private void merge(Lead younger, Lead older, String by, Instant at) {
    Optional<Handoff> mine = settled(handoffs.lockOpen(older.id()));
    Optional<Handoff> theirs = settled(handoffs.lockOpen(younger.id()));
    String stays = stays(older, mine, younger, theirs);
    String email = younger.email() == null ? "a visitor" : younger.email();
    leadRecordMerge.merge(younger, older, by, at);
    (stays.equals(older.id()) ? theirs : mine).ifPresent(h -> close(h, by, at));
    handoffs.move(younger.id(), older.id());
    stages.merge(younger.id(), older.id(), stays, at, by);
    outbox.follow(younger.id(), older.id());
    handoffs.ofLead(older.id()).forEach(handoff -> process.follow(handoff, older.id()));
    (stays.equals(older.id()) ? mine : theirs)
        .flatMap(open -> handoffs.find(open.id()))
        .filter(open -> open.owner() != null && !open.owner().equals(by))
        .ifPresent(open -> tellOwner(open, email, at));
  }

  /** A no that was given but hasn't led anywhere yet is waited for: it takes a moment only. */
  private static Optional<Handoff> settled(Optional<Handoff> open) {
    if (open.filter(Handoff::isClosed).isPresent()) {
      throw new ConcurrencyFailureException("The lead is on its way back to marketing");
    }
    return open;
  }

  /** Whose stage goes on: a customer's, the handoff's that is further along, then the memory. */
  private String stays(Lead older, Optional<Handoff> mine, Lead younger, Optional<Handoff> theirs) {
    Comparator<Lead> further =
        Comparator.comparingInt(
            lead -> rank(lead, (lead.id().equals(older.id()) ? mine : theirs).isPresent()));
    if (mine.isPresent() && theirs.isPresent()) {
      further =
          further
              .thenComparing(l -> (l.id().equals(older.id()) ? mine : theirs).get().state())
              .thenComparing(l -> stage(l) == Stage.OPPORTUNITY)
              .thenComparing(
                  l -> (l.id().equals(older.id()) ? mine : theirs).get().frozen().mqlAt(),
                  Comparator.reverseOrder());
    } else {
      further = further.thenComparing(this::restsUntil);
    }
    return further.compare(younger, older) > 0 ? younger.id() : older.id();
  }

  private Stage stage(Lead lead) {
    return stages.current(lead.id()).map(StageEpisode::stage).orElseThrow();
  }

  private Instant restsUntil(Lead lead) {
    return stages.current(lead.id()).map(StageEpisode::coolingUntil).orElse(Instant.EPOCH);
  }

  private int rank(Lead lead, boolean isWithSales) {
    StageEpisode now = stages.current(lead.id()).orElseThrow();
    if (isWithSales) {
      return 5;
    }
    return switch (now.stage()) {
      case CUSTOMER -> 6;
      case DISQUALIFIED -> DUPLICATE.equals(now.reason()) ? -1 : 4;
      case RECYCLED -> 3;
      case LEAD -> 1;
      default -> 0;
    };
  }

  private void close(Handoff handoff, String by, Instant at) {
    deadlines.of(handoff.id()).stream()
        .filter(d -> d.stoppedAt() == null)
        .forEach(deadline -> deadlines.end(deadline, at));
    process.cancel(handoff, "merged");
    handoffs.close(handoff.id(), "merged", null, at);
    handoffs.release(handoff.id());
    log.append(
        handoff.id(), new AnswerLog.Entry(AnswerLog.MERGE, "merged", null, null, null, by, at));
    outbox.withdraw(handoff.id(), Kind::endsWithOwner, "merged with another lead");
    facts.publishEvent(
        new HandoffClosed(
            handoff.id(),
            handoff.leadId(),
            "merged",
            handoff.state().clock(),
            null,
            handoff.owner(),
            by,
            at));
    if (handoff.owner() != null && !handoff.owner().equals(by)) {
      notices.tell(
          handoff,
          Kind.DUPLICATE,
          "merged:%s".formatted(handoff.id()),
          handoff.owner(),
          "Nothing left to do: this lead was merged with another one",
          null);
    }
  }

  private void tellOwner(Handoff open, String email, Instant at) {
    notices.tell(
        open,
        Kind.MERGED,
        "joined:%s:%d".formatted(open.id(), at.toEpochMilli()),
        open.owner(),
        "A duplicate was merged into your lead: what %s did is on its page now".formatted(email),
        null);
  }
}
