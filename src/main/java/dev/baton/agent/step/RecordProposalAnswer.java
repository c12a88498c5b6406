package dev.baton.agent.step;

import dev.baton.agent.proposal.ProposalAnswers;
import dev.baton.agent.proposal.ProposalProcess;
import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.process.HandoffProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what a person decided on a proposal. */
@Component
final class RecordProposalAnswer implements AnswerStep {
  private final ProposalAnswers answers;

  RecordProposalAnswer(ProposalAnswers answers) {
    this.answers = answers;
  }

  @Override
  public TaskFields form() {
    return ProposalProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String proposalId, SubmittedAnswer answer) {
    return Map.of(
        HandoffProcess.DECISION.name(), answers.record(proposalId, answer.fields(), answer.by()));
  }
}
