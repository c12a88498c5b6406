package dev.baton.score;

import java.time.Instant;
import java.util.List;

/**
 * How much a lead matters at an instant; {@code total} is the sum of the contributions, always.
 *
 * @param profile by which it was scored
 * @param fit points for profile and company; in {@code additive} the gate's figure, outside the sum
 * @param model the profile and the version of its table, such as {@code two-axis v1}
 */
public record Score(
    ScoringProfile profile,
    int total,
    int fit,
    int behaviour,
    String band,
    String model,
    Instant asOf,
    List<Contribution> contributions) {

  /** How many qualifying acts the {@code gate} definition found. */
  public long acts() {
    return contributions.stream().filter(c -> c.axis().equals("act")).count();
  }
}
