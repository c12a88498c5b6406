package dev.baton.routing;

import java.time.Instant;

/**
 * One line of the ledger: who was given a lead, by which rule and among whom.
 *
 * @param owner who was given the lead, or null when nobody could take it
 * @param team whose turn it was
 * @param rule which rule asked: one of the table {@code lead-routing}, {@code claimed} or {@code
 *     reassigned}
 * @param by {@code rule}, or the user id of who gave it
 * @param turn the number of the turn in the team; null when none was taken
 * @param skill the skill the lead needs, or null
 * @param considered what the choice was made from; null where there was none to make
 */
public record LedgerEntry(
    String handoffId,
    Instant at,
    String owner,
    String team,
    String rule,
    String by,
    Long turn,
    String skill,
    ChoiceInput considered) {

  /** What the rules asked for, so that it can be asked again. */
  public RoutingPreference wish() {
    boolean passedOver = considered != null && considered.passedOver() != null;
    return new RoutingPreference(
        rule, passedOver ? considered.passedOver().rep() : null, team, skill);
  }

  /** The same choice again, from the same facts. */
  public FairChoice replay() {
    return FairChoice.of(considered);
  }
}
