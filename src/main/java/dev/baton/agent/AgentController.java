package dev.baton.agent;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.proposal.ProposalState;
import dev.baton.input.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code /api/agents}: agents, their switches, and decisions on what they propose.
 */
@RestController
@RequestMapping("/api/agents")
class AgentController {
  private final AgentQueries queries;
  private final AgentCommands commands;

  AgentController(AgentQueries queries, AgentCommands commands) {
    this.queries = queries;
    this.commands = commands;
  }

  record Agents(List<AgentView> items) {}

  record ProposalPage(List<Proposal> items) {}

  @Operation(summary = "The agents: on or off, what became of their proposals, what they cost")
  @GetMapping
  Agents agents() {
    return new Agents(queries.all());
  }

  @Operation(
      summary = "Switch an agent on or off; what waits stays",
      description = "on: true or false")
  @PutMapping("/{name}")
  AgentView set(@PathVariable String name, @RequestBody Map<String, Object> body, Principal by) {
    return commands.switched(name, body, by.getName());
  }

  @Operation(
      summary = "What an agent proposed, the newest 100",
      description = "state: waiting, approved, edited, rejected and others; all by default")
  @GetMapping("/{name}/proposals")
  ProposalPage proposals(
      @PathVariable String name, @RequestParam(required = false) @Nullable String state) {
    return new ProposalPage(queries.page(AgentCommands.agent(name), state(state)));
  }

  @Operation(summary = "One proposal with its reasons and sources")
  @GetMapping("/proposals/{id}")
  Proposal proposal(@PathVariable String id, Principal reader) {
    return queries.find(id, reader.getName()).orElseThrow(() -> AgentCommands.unknown(id));
  }

  @Operation(
      summary = "Approve a proposal, with or without a text of your own, or reject it",
      description = "decision: approve or reject; text: your own words; reason: of a rejection")
  @PostMapping("/proposals/{id}")
  Proposal decide(
      @PathVariable String id, @RequestBody Map<String, Object> decision, Principal by) {
    return commands.decide(id, decision, by.getName());
  }

  private static @Nullable ProposalState state(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    Optional<ProposalState> state =
        Arrays.stream(ProposalState.values()).filter(one -> one.word().equals(word)).findFirst();
    return state.orElseThrow(
        () ->
            InvalidInput.at(
                "state",
                "say one of "
                    + String.join(
                        ", ",
                        Arrays.stream(ProposalState.values()).map(ProposalState::word).toList())));
  }
}
