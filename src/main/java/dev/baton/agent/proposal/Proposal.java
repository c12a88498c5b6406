package dev.baton.agent.proposal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.agent.rule.Agent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proposal of an agent; nothing comes of it before a person approves.
 *
 * @param draft null until the draft is written
 * @param answer null until somebody decides
 * @param publishedAt since when the approved text is on the page of the lead, or null
 */
public record Proposal(
    String id,
    Agent agent,
    @JsonUnwrapped Subject subject,
    @JsonUnwrapped Approver approver,
    ProposalState state,
    @JsonUnwrapped Times times,
    @Nullable ProposalText draft,
    @Nullable ProposalAnswer answer,
    @Nullable Instant publishedAt) {

  /** When it was made and by when a decision is due. */
  public record Times(Instant createdAt, Instant dueAt) {}

  public boolean waits() {
    return state == ProposalState.WAITING;
  }
}
