package dev.baton.agent.proposal;

import static dev.baton.input.AnswerField.of;

import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;
import dev.baton.input.AnswerForms;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answer schema of a proposal, on every surface. */
@Component
public final class ProposalSchema implements AnswerForms {
  public static final String APPROVE = "approve";
  static final String REJECT = "reject";
  static final String DECISION = "decision";
  static final String TEXT = "text";
  static final String REASON = "reason";

  public static final AnswerForm APPROVAL =
      new AnswerForm(
              "approve-proposal",
              "/api/agents/proposals/{id}",
              "[The proposal and why](/leads/{{leadId}}/card)")
          .ask(
              of(DECISION, Type.DECISION, "What becomes of this proposal?")
                  .offers(APPROVE, "Approve", REJECT, "Reject")
                  .must("say whether you approve or reject it"),
              of(TEXT, Type.NOTE, "Your own words")
                  .hint("only if you change the text")
                  .when(When.of(DECISION, APPROVE)),
              of(REASON, Type.NOTE, "Why not?")
                  .hint("whoever looks after the agents reads it")
                  .atMost(1000)
                  .when(When.of(DECISION, REJECT))
                  .must("say why, in a sentence"));

  @Override
  public List<AnswerForm> all() {
    return List.of(APPROVAL);
  }
}
