package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.OwnerNotices;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The transfer of a handoff to another owner, and what becomes of the clock that is running. */
@Component
public class OwnershipTransfer {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog log;
  private final People people;
  private final OwnerNotices notices;
  private final ApplicationEventPublisher facts;

  OwnershipTransfer(
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog log,
      People people,
      OwnerNotices notices,
      ApplicationEventPublisher facts) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
    this.people = people;
    this.notices = notices;
    this.facts = facts;
  }

  /** The rules found an owner. */
  public Handoff assign(Handoff handoff, String owner, String team, Instant at) {
    handoffs.setOwner(handoff.id(), owner, team);
    facts.publishEvent(
        new OwnerAssigned(
            handoff.id(),
            handoff.leadId(),
            owner,
            team,
            handoff.team() == null,
            OwnerAssigned.RULE,
            at));
    endRouting(handoff, at);
    return handoffs.find(handoff.id()).orElseThrow();
  }

  private void endRouting(Handoff handoff, Instant at) {
    deadlines
        .running(handoff.id(), Deadlines.ROUTE)
        .ifPresent(deadline -> deadlines.answer(deadline, at));
  }

  /** A rep takes what nobody owned, without an answer yet. */
  public void claim(Handoff handoff, Person rep, Instant at) {
    log.append(handoff.id(), AnswerEntry.of(AnswerLog.CLAIM, rep.id(), rep.id(), at));
    own(handoff, rep.id(), at);
  }

  /** Whoever answers owns it from then on, if they are a rep (rule R6). */
  Handoff toAnswerer(Handoff handoff, String by, Instant at) {
    Person person = people.find(by).orElseThrow();
    return person.isRep() && !person.id().equals(handoff.owner())
        ? own(handoff, person.id(), at)
        : handoff;
  }

  private Handoff own(Handoff handoff, String owner, Instant at) {
    String team = handoff.routedTeam();
    handoffs.setOwner(handoff.id(), owner, team);
    notices.handedOver(handoff);
    if (handoff.owner() == null) {
      deadlines.asked(handoff).forEach(deadline -> deadlines.own(deadline, owner));
      endRouting(handoff, at);
    }
    facts.publishEvent(
        new OwnerAssigned(handoff.id(), handoff.leadId(), owner, team, false, owner, at));
    return handoffs.find(handoff.id()).orElseThrow();
  }

  /**
   * Another owner: the open round ends, void before its due instant, missed after it (R7). What a
   * person gives away is its new owner's team's; a turn stays within the team that was asked.
   *
   * @throws ConcurrencyFailureException while an answer to it is held (rule R27): that came first
   */
  public Handoff handOver(Handoff handoff, Person rep, String reason, String by, Instant at) {
    String own = rep.team();
    boolean stays = by.equals(OwnerAssigned.RULE) && HandoffPermissions.mayAnswer(rep, handoff);
    String team = own == null || stays ? handoff.routedTeam() : own;
    return handOver(handoff, rep.id(), team, new Why(reason, by), at);
  }

  /** The same for as long as somebody is away, or when they are back: it stays its team's. */
  public Handoff handOverWithinTeam(Handoff handoff, Person rep, String reason, Instant at) {
    return handOver(
        handoff, rep.id(), handoff.routedTeam(), new Why(reason, OwnerAssigned.RULE), at);
  }

  private record Why(String reason, String by) {}

  private Handoff handOver(Handoff handoff, String rep, String team, Why why, Instant at) {
    change(handoff, rep, why.reason(), why.by(), at);
    endRouting(handoff, at);
    handoffs.setOwner(handoff.id(), rep, team);
    facts.publishEvent(
        new OwnerAssigned(handoff.id(), handoff.leadId(), rep, team, false, why.by(), at));
    return handoffs.find(handoff.id()).orElseThrow();
  }

  /** No owner any more; it waits in a queue for the next one. */
  public void release(Handoff handoff, String queue, String reason, Instant at) {
    change(handoff, queue, reason, OwnerAssigned.RULE, at);
    handoffs.setOwner(handoff.id(), null, queue);
  }

  private void change(Handoff handoff, String to, String reason, String by, Instant at) {
    if (log.isHeld(handoff.id(), at)) {
      throw new ConcurrencyFailureException("An answer to it is about to be recorded");
    }
    log.append(handoff.id(), new AnswerEntry(AnswerLog.REASSIGN, to, null, reason, null, by, at));
    deadlines.asked(handoff).forEach(deadline -> deadlines.end(deadline, at));
    notices.handedOver(handoff);
  }
}
