package dev.baton.routing;

import dev.baton.routing.ChoiceInput.PassedOver;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: who was given a lead, by which rule and among whom.
 *
 * @param owner who was given the lead, or null when nobody could take it
 * @param team whose turn it was
 * @param rule which rule asked: one of the table {@code lead-routing}, {@code claimed}, {@code
 *     reassigned} or {@code returned}
 * @param by {@code rule}, or the user id of who gave it
 * @param turn the number of the turn in the team; null when none was taken
 * @param skill the skill the lead needs, or null
 * @param considered what the choice was made from; null where there was none to make
 */
public record LedgerEntry(
    String handoffId,
    Instant at,
    @Nullable String owner,
    String team,
    String rule,
    String by,
    @Nullable Long turn,
    @Nullable String skill,
    @Nullable ChoiceInput considered) {
  static final String BY_RULE = "rule";

  /** What the rules asked for, so that it can be asked again. */
  public RoutingPreference preference() {
    String passedOver =
        Optional.ofNullable(considered)
            .map(ChoiceInput::passedOver)
            .map(PassedOver::rep)
            .orElse(null);
    return new RoutingPreference(rule, passedOver, team, skill);
  }

  /** The same choice again, from the same facts; only where there was one to make. */
  public FairChoice replay() {
    if (considered == null) {
      throw new IllegalStateException("Nothing was chosen for handoff " + handoffId);
    }
    return FairChoice.of(considered);
  }
}
