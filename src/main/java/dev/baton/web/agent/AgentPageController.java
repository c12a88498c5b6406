package dev.baton.web.agent;

import dev.baton.agent.AgentQueries;
import dev.baton.agent.AgentView;
import dev.baton.agent.model.Polisher;
import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.proposal.ProposalState;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.AgentCall;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /agents}: which agents are on, what waits, what became of the rest and what it cost. */
@StaffPage
@Translated
public class AgentPageController {
  private final AgentQueries agents;
  private final Polisher polisher;
  private final LeadRows leads;
  private final People people;

  AgentPageController(AgentQueries agents, Polisher polisher, LeadRows leads, People people) {
    this.agents = agents;
    this.polisher = polisher;
    this.leads = leads;
    this.people = people;
  }

  @GetMapping("/agents")
  String agents(Model model) {
    Map<String, List<Proposal>> waiting = new LinkedHashMap<>();
    Map<String, List<Proposal>> rejected = new LinkedHashMap<>();
    Map<String, List<Proposal>> withdrawn = new LinkedHashMap<>();
    for (Agent agent : Agent.values()) {
      waiting.put(agent.word(), agents.page(agent, ProposalState.WAITING));
      rejected.put(agent.word(), agents.page(agent, ProposalState.REJECTED));
      withdrawn.put(agent.word(), agents.page(agent, ProposalState.ENDED));
    }
    List<AgentView> all = agents.all();
    model
        .addAttribute("agents", all)
        .addAttribute(
            "costs", polisher.isOn() || all.stream().anyMatch(agent -> agent.cost().signum() > 0))
        .addAttribute("waiting", waiting)
        .addAttribute("rejected", rejected)
        .addAttribute("withdrawn", withdrawn)
        .addAttribute(
            "calls",
            Arrays.stream(AgentCall.values())
                .collect(Collectors.toMap(AgentCall::word, AgentCall::label)))
        .addAttribute("polishes", polisher.isOn())
        .addAttribute("names", DisplayNames.ofAll(people))
        .addAttribute("leads", rows(Stream.of(waiting, rejected, withdrawn)));
    return "agents";
  }

  private Map<String, LeadRow> rows(Stream<Map<String, List<Proposal>>> shown) {
    List<String> ids =
        shown
            .flatMap(all -> all.values().stream())
            .flatMap(List::stream)
            .map(proposal -> proposal.subject().leadId())
            .distinct()
            .toList();
    return leads.rows(ids).stream().collect(Collectors.toMap(LeadRow::id, Function.identity()));
  }
}
