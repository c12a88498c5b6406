package dev.baton.routing;

import dev.baton.people.Team;
import java.util.Locale;

/**
 * What the rules ask for a lead.
 *
 * @param rule which rule asks, such as {@code account-owner} or {@code territory}
 * @param owner who looks after this company already, or null: a turn is taken
 * @param team whose turn it is; null: everybody's, and an owner's own team comes before it
 * @param skill what the owner should be able to do, such as {@code fr}, or null
 */
public record RoutingPreference(String rule, String owner, String team, String skill) {

  /** A turn in a team, whatever the skill. */
  public static RoutingPreference turn(String rule, String team) {
    return new RoutingPreference(rule, null, team, null);
  }

  public RoutingPreference {
    rule = rule == null ? "turn" : rule;
    owner = blankToNull(owner);
    team = team == null ? Team.EVERYBODY : team;
    skill = skill == null ? null : blankToNull(skill.toLowerCase(Locale.ROOT));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
