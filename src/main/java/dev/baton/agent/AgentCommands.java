package dev.baton.agent;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.proposal.ProposalAnswers;
import dev.baton.agent.proposal.ProposalProcess;
import dev.baton.agent.proposal.Proposals;
import dev.baton.agent.rule.Agent;
import dev.baton.engine.task.UserTasks;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Commands on agents: switch one on or off, decide on a proposal as every other surface does. */
@Component
class AgentCommands {
  private final AgentSwitches switches;
  private final AgentQueries queries;
  private final Proposals proposals;
  private final ProposalAnswers answers;
  private final UserTasks tasks;
  private final Clock clock;

  AgentCommands(
      AgentSwitches switches,
      AgentQueries queries,
      Proposals proposals,
      ProposalAnswers answers,
      UserTasks tasks,
      Clock clock) {
    this.switches = switches;
    this.queries = queries;
    this.proposals = proposals;
    this.answers = answers;
    this.tasks = tasks;
    this.clock = clock;
  }

  static Agent agent(String name) {
    return Agent.of(name)
        .orElseThrow(() -> ApiProblem.notFound("There is no agent of the name " + name));
  }

  AgentView switched(String name, Map<String, Object> fields, String by) {
    Agent agent = agent(name);
    FieldReader given = FieldReader.ofJson(fields);
    Boolean on = given.bool("on");
    if (on == null) {
      given.missing("on", "say whether it is on: true or false");
    }
    given.check();
    switches.set(agent, Boolean.TRUE.equals(on), by, clock.instant());
    return queries.all().stream().filter(each -> each.name() == agent).findFirst().orElseThrow();
  }

  Proposal decide(String id, Map<String, Object> fields, String by) {
    Proposal proposal = queries.find(id, by).orElseThrow(() -> unknown(id));
    answers.mayDecide(proposal, by);
    ProposalAnswers.check(fields);
    tasks.change(
        attempt -> {
          Proposal now = proposals.find(id).orElseThrow();
          if (!now.waits()) {
            throw ProposalAnswers.decided(now);
          }
          attempt.complete(id, now.agent().task(), ProposalProcess.FIELDS, fields, by);
        },
        () -> new Conflict("This proposal is on its way just now; please try again in a moment"));
    return Objects.requireNonNull(proposals.find(id).orElse(null));
  }

  static ApiProblem unknown(String id) {
    return ApiProblem.notFound("There is no proposal %s for you".formatted(id));
  }
}
