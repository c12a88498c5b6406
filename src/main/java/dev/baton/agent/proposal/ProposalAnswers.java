package dev.baton.agent.proposal;

import dev.baton.agent.model.PolishedText;
import dev.baton.agent.rule.AgentPermissions;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers to proposals. The steps behind the tasks call this, so every surface meets the same
 * checks; what an approval leaves behind is a text on the lead's page and nothing else.
 */
@Component
public class ProposalAnswers {
  private final Proposals proposals;
  private final OutlivedProposals outlived;
  private final AgentPermissions permissions;
  private final People people;
  private final Clock clock;

  ProposalAnswers(
      Proposals proposals,
      OutlivedProposals outlived,
      AgentPermissions permissions,
      People people,
      Clock clock) {
    this.proposals = proposals;
    this.outlived = outlived;
    this.permissions = permissions;
    this.people = people;
    this.clock = clock;
  }

  /** Checks what was sent without recording anything. */
  public static void check(Map<String, Object> fields) {
    read(fields);
  }

  /** Ends with a refusal where the person may not decide on it. */
  public void mayDecide(Proposal proposal, String by) {
    if (people.find(by).filter(proposal.approver()::mayDecide).isEmpty()) {
      throw ApiProblem.forbidden("This proposal waits for somebody else");
    }
  }

  /**
   * Records a decision.
   *
   * @return the word that the process goes on with
   */
  public String record(String id, Map<String, Object> fields, String by) {
    Given given = read(fields);
    Proposal proposal = proposals.lock(id).orElseThrow();
    mayDecide(proposal, by);
    if (!proposal.waits()) {
      throw decided(proposal);
    }
    Instant now = clock.instant();
    if (given.decision().equals(ProposalSchema.REJECT)) {
      proposals.answer(
          id, ProposalState.REJECTED, new ProposalAnswer(null, given.reason(), by, now));
      return given.decision();
    }
    outlived
        .why(id)
        .ifPresent(
            why -> {
              throw withdrawn(why);
            });
    PolishedText proposed = Objects.requireNonNull(proposal.draft()).text();
    String own = given.text();
    boolean edited = own != null && !own.equals(proposed.text());
    String text = !edited ? proposed.text() : disclosed(Objects.requireNonNull(own), proposed);
    proposals.answer(
        id,
        edited ? ProposalState.EDITED : ProposalState.APPROVED,
        new ProposalAnswer(text, null, by, now));
    return given.decision();
  }

  private static String disclosed(String own, PolishedText proposed) {
    return proposed.ofModel() ? PolishedText.disclosed(own) : own;
  }

  /** Puts an approved text on the lead's page, if the table of permissions still allows it. */
  public void carryOut(String id) {
    Proposal proposal = proposals.lock(id).orElseThrow();
    if (permissions.may(proposal.agent(), proposal.agent().result())) {
      proposals.publish(id, clock.instant());
    } else {
      proposals.note(
          id, "agent-permission allows no %s".formatted(proposal.agent().result().word()));
    }
  }

  public static Conflict decided(Proposal proposal) {
    ProposalAnswer answer = proposal.answer();
    if (answer == null) {
      return new Conflict("Nobody is asked about this proposal just now");
    }
    String by = answer.by();
    return by == null
        ? withdrawn(String.valueOf(answer.reason()))
        : new Conflict(
            "%s has decided on this already".formatted(by),
            proposal.state().word(),
            by,
            answer.at());
  }

  private static Conflict withdrawn(String why) {
    return new Conflict("This proposal is withdrawn: %s".formatted(why));
  }

  private record Given(String decision, @Nullable String text, @Nullable String reason) {}

  private static Given read(Map<String, Object> fields) {
    AnswerReader answer = AnswerReader.of(ProposalSchema.APPROVAL, fields);
    answer.check();
    return new Given(
        answer.requiredText(ProposalSchema.DECISION),
        answer.text(ProposalSchema.TEXT),
        answer.text(ProposalSchema.REASON));
  }
}
