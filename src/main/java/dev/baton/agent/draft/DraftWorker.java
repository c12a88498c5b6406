package dev.baton.agent.draft;

import dev.baton.agent.model.PolishedText;
import dev.baton.agent.model.Polisher;
import dev.baton.agent.proposal.DraftQueue;
import dev.baton.agent.proposal.Drafting;
import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.proposal.ProposalText;
import dev.baton.agent.proposal.Proposals;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.AgentCall;
import dev.baton.agent.rule.AgentPermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Worker that writes drafts: takes one in a short transaction, asks sources and the model outside
 * of any, and lets the process go on in another.
 */
@Component
public class DraftWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DraftWorker.class);

  private final DraftQueue queue;
  private final Proposals proposals;
  private final AgentPermissions permissions;
  private final WebSources sources;
  private final Polisher polisher;
  private final Map<Agent, ProposalWriter> writers = new EnumMap<>(Agent.class);

  DraftWorker(
      DraftQueue queue,
      Proposals proposals,
      AgentPermissions permissions,
      WebSources sources,
      Polisher polisher,
      List<ProposalWriter> writers) {
    this.queue = queue;
    this.proposals = proposals;
    this.permissions = permissions;
    this.sources = sources;
    this.polisher = polisher;
    writers.forEach(writer -> this.writers.put(writer.agent(), writer));
  }

  /** Writes until nothing is left to write; false when nothing was. */
  public boolean drain() {
    boolean due = queue.isDue();
    while (due && !Thread.currentThread().isInterrupted() && writeNext()) {}
    return due;
  }

  private boolean writeNext() {
    Optional<Drafting> claimed = queue.claim();
    claimed.ifPresent(this::write);
    return claimed.isPresent();
  }

  private void write(Drafting drafting) {
    try {
      Proposal proposal = proposals.find(drafting.id()).orElseThrow();
      if (permissions.may(proposal.agent(), AgentCall.READ_LEAD)) {
        queue.done(drafting, text(proposal));
      } else {
        queue.end(drafting, "agent-permission allows no read_lead");
      }
    } catch (RuntimeException e) {
      LOG.warn("Draft {} could not be written", drafting.id(), e);
      queue.failed(drafting, e.getClass().getSimpleName());
    }
  }

  private ProposalText text(Proposal proposal) {
    Agent agent = proposal.agent();
    RuleDraft draft = Objects.requireNonNull(writers.get(agent)).write(proposal);
    String domain = draft.domain();
    boolean asks = domain != null && permissions.may(agent, AgentCall.WEB_SOURCE);
    RuleDraft complete = asks ? draft.and(sources.about(String.valueOf(domain))) : draft;
    PolishedText text =
        polisher.polish(agent.word(), complete.text(), complete.reasons(), complete.sources());
    return new ProposalText(text, complete.reasons(), complete.sources());
  }
}
