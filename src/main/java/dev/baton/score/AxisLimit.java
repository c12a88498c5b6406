package dev.baton.score;

import dev.baton.engine.DecisionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the points of one axis may go together; null: no such limit. */
record AxisLimit(@Nullable Integer atMost, @Nullable Integer atLeast) {

  static AxisLimit of(ScoringMethod method, String axis, DecisionSnapshot tables) {
    return tables.rows("score-limits", Map.of("profile", method.word(), "axis", axis)).stream()
        .findFirst()
        .map(
            row ->
                new AxisLimit(
                    row.optionalNumber("atMost").orElse(null),
                    row.optionalNumber("atLeast").orElse(null)))
        .orElse(new AxisLimit(null, null));
  }

  /** Adds the cap or the floor as a contribution of its own, so that the sum holds (rule R12). */
  List<Contribution> applied(String axis, List<Contribution> contributions) {
    List<Contribution> limited = new ArrayList<>(contributions);
    correction(axis, Contribution.sum(contributions)).ifPresent(limited::add);
    return limited;
  }

  private Optional<Contribution> correction(String axis, int sum) {
    if (atMost != null && sum > atMost) {
      String why = "All %s together counts at most %d".formatted(axis, atMost);
      return Optional.of(new Contribution(axis + "-cap", axis, atMost - sum, why, List.of()));
    }
    if (atLeast != null && sum < atLeast) {
      String why = "All %s together counts at least %d".formatted(axis, atLeast);
      return Optional.of(new Contribution(axis + "-floor", axis, atLeast - sum, why, List.of()));
    }
    return Optional.empty();
  }
}
