package dev.baton.know.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of learned points, and how well it tells those of a later time apart.
 *
 * @param id of the change that proposes them
 * @param base what everybody starts with
 * @param reliability of the held-out cases
 * @param dropped ids of rows in force that gave way
 */
public record Scorecard(
    long id,
    Cases training,
    Cases heldOut,
    Comparison auc,
    int base,
    List<PointRow> points,
    List<Reliability> reliability,
    List<String> dropped) {

  /** Handoffs with a known outcome by their MQL instants; {@code sql} of them became one. */
  public record Cases(int n, int sql, Instant from, Instant to) {}

  /** On the held-out cases, by the tables themselves. */
  public record Comparison(Auc learned, Auc inForce, Auc difference) {}

  /**
   * Held-out cases of about the same score.
   *
   * @param expected the share that the score foretells
   * @param observed the share that became an SQL; null with fewer than 30 cases
   * @param low with high Wilson's interval of 95 %
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reliability(
      int fromScore,
      int toScore,
      int n,
      double expected,
      @Nullable Double observed,
      @Nullable Double low,
      @Nullable Double high) {}
}
