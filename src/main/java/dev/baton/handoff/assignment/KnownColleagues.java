package dev.baton.handoff.assignment;

import dev.baton.engine.names.KnownStaff;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people and teams that a deployed table may name. */
@Component
class KnownColleagues implements KnownStaff {
  private final People people;
  private final Teams teams;

  KnownColleagues(People people, Teams teams) {
    this.people = people;
    this.teams = teams;
  }

  @Override
  public Set<String> owners() {
    return people.all().stream()
        .filter(Person::active)
        .filter(person -> person.role().may(Role.Right.ANSWER))
        .map(Person::id)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> teams() {
    return teams.all().stream().map(Team::id).collect(Collectors.toSet());
  }
}
