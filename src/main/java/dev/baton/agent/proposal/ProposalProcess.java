package dev.baton.agent.proposal;

import dev.baton.agent.rule.ProposalPace;
import dev.baton.engine.ProcessInstances;
import dev.baton.engine.ProcessVariable;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.process.HandoffProcess;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Processes of agents: what happens to them from outside. Each has the name of its agent, the id of
 * its proposal as its business key, and variables that the handoff's process has too.
 */
@Component
public class ProposalProcess {
  /** Everything that stays in the process: ids, instants and a word, never a text. */
  private static final List<ProcessVariable<?>> VARIABLES =
      List.of(
          HandoffProcess.LEAD_ID,
          HandoffProcess.OWNER,
          HandoffProcess.TEAM,
          HandoffProcess.WARN_AT,
          HandoffProcess.DUE_AT,
          HandoffProcess.DECISION);

  /** What a person may submit with a task of theirs. */
  public static final TaskFields FIELDS = TaskFields.of(ProposalSchema.APPROVAL.names(), VARIABLES);

  private static final String DRAFT_READY = "draftReady";

  private final ProcessInstances instances;

  ProposalProcess(ProcessInstances instances) {
    this.instances = instances;
  }

  /** Starts in the caller's transaction; the first step runs after it. */
  void start(Proposal proposal, ProposalPace.Due due) {
    instances
        .start(proposal.agent().word(), proposal.id())
        .with(HandoffProcess.LEAD_ID, proposal.subject().leadId())
        .with(HandoffProcess.OWNER, proposal.approver().owner())
        .with(HandoffProcess.TEAM, proposal.approver().team())
        .with(HandoffProcess.WARN_AT, Date.from(due.warnAt()))
        .with(HandoffProcess.DUE_AT, Date.from(due.at()))
        .run();
  }

  void draftIsReady(String proposalId) {
    instances.tell(DRAFT_READY, proposalId);
  }

  void end(Proposal proposal, String why) {
    instances.all(proposal.agent().word(), proposal.id()).forEach(running -> running.cancel(why));
  }
}
