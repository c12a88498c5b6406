package dev.baton.agent;

import dev.baton.agent.model.ModelCalls;
import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.proposal.ProposalState;
import dev.baton.agent.proposal.Proposals;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.AgentCall;
import dev.baton.agent.rule.AgentPermissions;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries of agents and of what they proposed, as whoever asks may see it. */
@Component
public class AgentQueries {
  private static final int PAGE = 100;

  private final AgentSwitches switches;
  private final Proposals proposals;
  private final ModelCalls calls;
  private final AgentPermissions permissions;
  private final People people;

  AgentQueries(
      AgentSwitches switches,
      Proposals proposals,
      ModelCalls calls,
      AgentPermissions permissions,
      People people) {
    this.switches = switches;
    this.proposals = proposals;
    this.calls = calls;
    this.permissions = permissions;
    this.people = people;
  }

  public List<AgentView> all() {
    Map<String, Long> counts = new HashMap<>();
    proposals.counts().forEach(one -> counts.put(one.agent() + one.state(), one.number()));
    Map<String, BigDecimal> costs = calls.costs();
    return Arrays.stream(Agent.values()).map(agent -> view(agent, counts, costs)).toList();
  }

  private AgentView view(Agent agent, Map<String, Long> counts, Map<String, BigDecimal> costs) {
    AgentSwitches.Switch now = switches.of(agent);
    return new AgentView(
        agent,
        agent.title(),
        now.on(),
        now.changedBy(),
        now.changedAt(),
        now.lastRunAt(),
        new AgentView.Counts(
            count(counts, agent, ProposalState.WAITING),
            count(counts, agent, ProposalState.APPROVED),
            count(counts, agent, ProposalState.EDITED),
            count(counts, agent, ProposalState.REJECTED),
            count(counts, agent, ProposalState.ENDED)),
        costs.getOrDefault(agent.word(), BigDecimal.ZERO),
        Arrays.stream(AgentCall.values())
            .filter(call -> permissions.may(agent, call))
            .map(AgentCall::word)
            .toList());
  }

  private static long count(Map<String, Long> counts, Agent agent, ProposalState state) {
    return counts.getOrDefault(agent.word() + state.name(), 0L);
  }

  /** What an agent proposed, the newest first; null: in any state. */
  public List<Proposal> page(Agent agent, @Nullable ProposalState state) {
    return proposals.page(agent, state, PAGE);
  }

  /** What a lead's page shows: what waits for this reader, and what was approved. */
  public List<Proposal> ofLead(String leadId, Person reader) {
    return proposals.ofLead(leadId).stream().filter(each -> maySee(each, reader)).toList();
  }

  /** One proposal, if this person may see it. */
  Optional<Proposal> find(String id, String reader) {
    Person person = people.find(reader).orElseThrow();
    return proposals.find(id).filter(proposal -> maySee(proposal, person));
  }

  private static boolean maySee(Proposal proposal, Person person) {
    return person.role().may(Right.READ_ALL) || proposal.approver().mayDecide(person);
  }
}
