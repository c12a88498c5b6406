package dev.baton.routing;

import dev.baton.people.Team;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the rules ask for a lead.
 *
 * @param rule which rule asks, such as {@code account-owner} or {@code territory}
 * @param owner who looks after this company already, or null: a turn is taken
 * @param team whose turn it is; an owner's own team comes before it
 * @param skill what the owner should be able to do, such as {@code fr}, or null
 */
public record RoutingPreference(
    String rule, @Nullable String owner, String team, @Nullable String skill) {

  /** A turn in a team, whatever the skill. */
  public static RoutingPreference turn(String rule, @Nullable String team) {
    return of(rule, null, team, null);
  }

  /** As a table says it: without a rule it is a turn, without a team everybody's. */
  public static RoutingPreference of(
      @Nullable String rule,
      @Nullable String owner,
      @Nullable String team,
      @Nullable String skill) {
    return new RoutingPreference(
        rule == null ? "turn" : rule,
        owner,
        team == null || team.isBlank() ? Team.EVERYBODY : team,
        skill);
  }

  public RoutingPreference {
    owner = blankToNull(owner);
    skill = skill == null ? null : blankToNull(skill.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
