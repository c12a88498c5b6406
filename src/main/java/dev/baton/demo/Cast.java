package dev.baton.demo;

import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who works in the demo; everybody's password is {@code demo}. */
@Component
@Profile("demo")
class Cast {
  static final String PASSWORD = "demo";
  static final String MANAGER = "mona";
  static final String MARKETER = "marc";

  private static final String TEAM = "default";

  private static final List<Person> PEOPLE =
      List.of(
          person("rita", "Rita Keller", Role.SALES, "Europe/Berlin"),
          person("ben", "Ben Hughes", Role.SALES, "Europe/London"),
          person("ines", "Inês Carvalho", Role.SALES, "Europe/Lisbon"),
          person("luca", "Luca Romano", Role.SALES, "Europe/Rome"),
          person("nora", "Nora Lindgren", Role.SALES, "Europe/Stockholm"),
          person("piet", "Piet de Vries", Role.SALES, "Europe/Amsterdam"),
          person(MANAGER, "Mona Fischer", Role.MANAGER, "Europe/Berlin"),
          person("dora", "Dora Nowak", Role.DESIGNER, "Europe/Warsaw"),
          person(MARKETER, "Marc Dubois", Role.MARKETING, "Europe/Paris"),
          person("admin", "Ada Martin", Role.ADMIN, "Europe/Berlin"));

  private final EngineUsers users;
  private final People people;

  Cast(EngineUsers users, People people) {
    this.users = users;
    this.people = people;
  }

  void hire() {
    for (Role role : Role.values()) {
      users.createRole(role.group(), role.group());
    }
    users.createTeam(TEAM, "Everybody in sales");
    PEOPLE.forEach(this::hire);
  }

  private void hire(Person person) {
    List<String> groups =
        Stream.concat(Stream.of(person.role().group()), Stream.ofNullable(person.team())).toList();
    users.saveUser(person.id(), person.name(), person.email(), Optional.of(PASSWORD), groups);
    people.save(person);
  }

  boolean isUnknown() {
    return people.all().isEmpty();
  }

  private static Person person(String id, String name, Role role, String zone) {
    String team = role == Role.SALES || role == Role.MANAGER ? TEAM : null;
    return new Person(id, name, id + "@baton.example", role, team, ZoneId.of(zone), true);
  }
}
