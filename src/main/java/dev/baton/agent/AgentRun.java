package dev.baton.agent;

import dev.baton.agent.proposal.ProposalOpener;
import dev.baton.agent.proposal.Proposals;
import dev.baton.agent.proposal.Subject;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.ProposalPace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Run of the agents that are on: once a minute each looks at facts of the last weeks, in a batch
 * and apart from the intake of leads, and opens as many proposals as its pace allows.
 */
@Component
public class AgentRun {
  private static final Logger LOG = LoggerFactory.getLogger(AgentRun.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int AT_ONCE = 50;

  private final AgentSwitches switches;
  private final Occasions occasions;
  private final ProposalOpener opener;
  private final Proposals proposals;
  private final ProposalPace pace;
  private final ProposalApprovers approvers;
  private final Clock clock;

  AgentRun(
      AgentSwitches switches,
      Occasions occasions,
      ProposalOpener opener,
      Proposals proposals,
      ProposalPace pace,
      ProposalApprovers approvers,
      Clock clock) {
    this.switches = switches;
    this.occasions = occasions;
    this.opener = opener;
    this.proposals = proposals;
    this.pace = pace;
    this.approvers = approvers;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 50_000)
  public void run() {
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

  private void run(Agent agent) {
    Instant now = clock.instant();
    int left = pace.mostADay(agent) - proposals.madeSince(agent, now.minus(DAY));
    if (left > 0) {
      occasions.of(agent, now, Math.min(left, AT_ONCE)).forEach(subject -> open(agent, subject));
    }
    switches.ran(agent, now);
  }

  private void open(Agent agent, Subject subject) {
    opener.open(agent, subject, approvers.of(subject));
  }
}
