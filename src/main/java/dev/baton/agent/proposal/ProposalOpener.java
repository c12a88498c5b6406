package dev.baton.agent.proposal;

import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.ProposalPace;
import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens proposals, each with its process, and asks for their drafts. */
@Component
public class ProposalOpener {
  private static final Duration DAY = Duration.ofDays(1);

  private final Proposals proposals;
  private final ProposalProcess process;
  private final ProposalPace pace;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  ProposalOpener(
      Proposals proposals,
      ProposalProcess process,
      ProposalPace pace,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.proposals = proposals;
    this.process = process;
    this.pace = pace;
    this.facts = facts;
    this.clock = clock;
  }

  /** How many more an agent may open, by its pace of a day. */
  public int leftOfDay(Agent agent, Instant now) {
    return pace.mostADay(agent) - proposals.madeSince(agent, now.minus(DAY));
  }

  /** False when there is one for this occasion. */
  @Transactional
  public boolean open(Agent agent, Subject subject, Approver approver) {
    Instant now = clock.instant();
    ProposalPace.Due due = pace.due(agent, now);
    Proposal proposal =
        new Proposal(
            Sql.newId(),
            agent,
            subject,
            approver,
            ProposalState.OPENED,
            new Proposal.Times(now, due.at()),
            null,
            null,
            null);
    boolean opened = proposals.open(proposal);
    if (opened) {
      process.start(proposal, due);
    }
    return opened;
  }

  /** The draft is written outside of the process, which waits for it. */
  public void requestDraft(String proposalId) {
    proposals.request(proposalId, clock.instant());
    facts.publishEvent(new DeliveryDue(DraftQueue.WORK));
  }
}
