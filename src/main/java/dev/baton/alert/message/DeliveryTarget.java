package dev.baton.alert.message;

import dev.baton.people.Language;
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
 * @param language in which it is written; to a team in English, since it has none of its own
 */
public record DeliveryTarget(
    String id,
    String name,
    @Nullable String email,
    @Nullable String slackId,
    @Nullable String team,
    Language language) {
  static final DeliveryTarget NOBODY =
      new DeliveryTarget("", "nobody", null, null, null, Language.EN);

  private static final String TEAM = "team:";

  public static DeliveryTarget of(Person person) {
    return new DeliveryTarget(
        person.id(),
        person.name(),
        person.email(),
        person.slackId(),
        person.team(),
        person.language());
  }

  static DeliveryTarget of(Team team) {
    return new DeliveryTarget(
        idOfTeam(team.id()),
        "team " + team.name(),
        null,
        team.slackChannel(),
        team.id(),
        Language.EN);
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
