package dev.baton.agent;

import dev.baton.agent.proposal.EndedProposals;
import dev.baton.agent.proposal.ProposalOpener;
import dev.baton.agent.proposal.Subject;
import dev.baton.agent.rule.Agent;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Run of the agents that are on: once a minute each looks at facts of the last weeks, in a batch
 * and apart from the intake of leads, and opens as many proposals as its pace allows. Proposals
 * that outlived their reason are withdrawn first, also those of agents that are off.
 */
@Component
public class AgentRun {
  private static final Logger LOG = LoggerFactory.getLogger(AgentRun.class);
  private static final int AT_ONCE = 50;

  private final AgentSwitches switches;
  private final Occasions occasions;
  private final ProposalOpener opener;
  private final EndedProposals ended;
  private final ProposalApprovers approvers;
  private final Clock clock;

  AgentRun(
      AgentSwitches switches,
      Occasions occasions,
      ProposalOpener opener,
      EndedProposals ended,
      ProposalApprovers approvers,
      Clock clock) {
    this.switches = switches;
    this.occasions = occasions;
    this.opener = opener;
    this.ended = ended;
    this.approvers = approvers;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 50_000)
  public void run() {
    withdraw();
    for (Agent agent : Agent.values()) {
      try {
        if (switches.of(agent).on()) {
          run(agent);
        }
      } catch (RuntimeException e) {
        LOG.warn("Agent {} could not run; it does again in a minute", agent.word(), e);
      }
    }
  }

  /** Before anything new is proposed, as a lead may have another reason by now. */
  private void withdraw() {
    try {
      ended.withdrawOutlived();
    } catch (RuntimeException e) {
      LOG.warn("Outlived proposals could not be withdrawn; it is tried again in a minute", e);
    }
  }

  private void run(Agent agent) {
    Instant now = clock.instant();
    int left = opener.leftOfDay(agent, now);
    if (left > 0) {
      occasions.of(agent, now, Math.min(left, AT_ONCE)).forEach(subject -> open(agent, subject));
    }
    switches.ran(agent, now);
  }

  private void open(Agent agent, Subject subject) {
    opener.open(agent, subject, approvers.of(subject));
  }
}
