package dev.baton.rejection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rejection of a lead with the reply of marketing.
 *
 * @param decisionDueAt by when a manager decides; null where marketing has not disputed it
 */
public record Rejection(
    String handoffId,
    String leadId,
    @JsonUnwrapped Cause cause,
    @JsonUnwrapped Origin origin,
    Instant dueAt,
    State state,
    @JsonUnwrapped Reply reply,
    @Nullable Instant decisionDueAt,
    @JsonUnwrapped Ruling ruling) {

  /**
   * What sales said.
   *
   * @param question what was asked
   * @param taxonomy the version of the agreed reasons in force at that instant
   */
  public record Cause(
      String question,
      String reason,
      @Nullable String note,
      int taxonomy,
      String rejectedBy,
      Instant rejectedAt) {}

  /** Where the lead came from, as far as it is known. */
  public record Origin(@Nullable String source, @Nullable String campaign) {}

  /**
   * What marketing said to it; all null until then.
   *
   * @param answer {@code agree}, {@code adjust} or {@code contest}
   */
  public record Reply(
      @Nullable String answer,
      @Nullable String answerNote,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt) {}

  /**
   * What a manager decided on a contest; all null until then.
   *
   * @param decision {@code uphold} or {@code overturn}
   */
  public record Ruling(
      @Nullable String decision,
      @Nullable String decisionNote,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {}

  /** State of the conversation about it. */
  public enum State {
    /** Marketing has to answer. */
    OPEN,
    /** Marketing agreed, or said what it changed. */
    ANSWERED,
    /** Marketing disputes it; a manager decides. */
    CONTESTED,
    DECIDED
  }
}
