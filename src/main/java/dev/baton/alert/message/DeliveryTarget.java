package dev.baton.alert.message;

import dev.baton.people.Person;
import dev.baton.people.Team;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to: a person, or a team in a channel of its own.
 *
 * @param id a person's, or a team's after {@code team:}
 * @param email null for a team
 * @param slackId a member's or channel's id; null when a person is found by e-mail address
 * @param team the team whose managers stand in
 */
public record DeliveryTarget(
    String id,
    String name,
    @Nullable String email,
    @Nullable String slackId,
    @Nullable String team) {
  static final DeliveryTarget NOBODY = new DeliveryTarget("", "nobody", null, null, null);

  private static final String TEAM = "team:";

  public static DeliveryTarget of(Person person) {
    return new DeliveryTarget(
        person.id(), person.name(), person.email(), person.slackId(), person.team());
  }

  static DeliveryTarget of(Team team) {
    return new DeliveryTarget(
        idOfTeam(team.id()), "team " + team.name(), null, team.slackChannel(), team.id());
  }

  static String idOfTeam(String team) {
    return TEAM + team;
  }

  /** The team of such an id; empty when it is a person's. */
  public static Optional<String> teamOf(@Nullable String id) {
    return Optional.ofNullable(id)
        .filter(each -> each.startsWith(TEAM))
        .map(each -> each.substring(TEAM.length()));
  }

  public boolean isTeam() {
    return id.startsWith(TEAM);
  }
}
