package dev.baton.agent.proposal;

import dev.baton.alert.delivery.LeasedTable;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.sql.RecordRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queue of drafts that are to be written, each by one worker at a time. */
@Component
public class DraftQueue {
  public static final String WORK = "proposals";
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration WAIT = Duration.ofMinutes(1);

  private final RowLeases<Drafting> leases;
  private final Proposals proposals;
  private final ProposalProcess process;
  private final EndedProposals ended;
  private final Clock clock;

  DraftQueue(
      JdbcClient db,
      Proposals proposals,
      ProposalProcess process,
      EndedProposals ended,
      Clock clock) {
    this.leases =
        new RowLeases<>(
            db,
            new LeasedTable<>(
                "proposal",
                "id",
                "id",
                "state = 'DRAFTING'",
                "state, next_attempt_at, id",
                RecordRows.of(Drafting.class)));
    this.proposals = proposals;
    this.process = process;
    this.ended = ended;
    this.clock = clock;
  }

  public boolean isDue() {
    return leases.isDue(clock.instant(), Map.of());
  }

  @Transactional
  public Optional<Drafting> claim() {
    return leases.claim(clock.instant(), Map.of());
  }

  /** The process goes on to the person who decides. */
  @Transactional
  public void done(Drafting drafting, ProposalText draft) {
    if (proposals.drafted(drafting.id(), draft)) {
      process.draftIsReady(drafting.id());
    }
  }

  /** It is tried again some minutes long; then nobody is asked. */
  @Transactional
  public void failed(Drafting drafting, String why) {
    if (drafting.attempts() < MOST_ATTEMPTS) {
      leases.again(drafting, why, clock.instant().plus(WAIT.multipliedBy(drafting.attempts())));
    } else {
      end(drafting, "No draft could be written: " + why);
    }
  }

  /** Nothing is proposed. */
  @Transactional
  public void end(Drafting drafting, String why) {
    proposals
        .lock(drafting.id())
        .filter(proposal -> proposal.state() == ProposalState.DRAFTING)
        .ifPresent(proposal -> ended.end(proposal, why));
  }
}
