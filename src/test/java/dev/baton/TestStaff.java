package dev.baton;

import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;

/** Hires the people of the tests; {@code admin} is there already. */
@TestComponent
public class TestStaff implements ApplicationRunner {
  public static final String PASSWORD = "known to tests";
  public static final String METRICS_TOKEN = "scrape-0123456789abcdef";
  public static final List<String> REPS = List.of("rita", "ben", "nora");

  private final EngineUsers users;
  private final People people;

  TestStaff(EngineUsers users, People people) {
    this.users = users;
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments args) {
    users.createTeam("default", "Everybody in sales");
    users.createTeam("north", "North");
    hire("rita", Role.SALES, "default");
    hire("ben", Role.SALES, "default");
    hire("nora", Role.SALES, "north");
    hire("mona", Role.MANAGER, "default");
    hire("marc", Role.MARKETING, null);
    hire("dora", Role.DESIGNER, null);
    // Works here, but nobody has put them into a group yet.
    Optional<String> password = Optional.of(PASSWORD);
    users.saveUser("nobody", "Nobody", "nobody@baton.example", password, List.of());
    people.save(person("nobody", Role.DESIGNER, null));
  }

  private void hire(String id, Role role, String team) {
    Person person = person(id, role, team);
    List<String> groups = Stream.of(role.group(), team).filter(Objects::nonNull).toList();
    users.createRole(role.group(), role.group());
    users.saveUser(id, id, person.email(), Optional.of(PASSWORD), groups);
    people.save(person);
  }

  private static Person person(String id, Role role, String team) {
    return new Person(id, id, id + "@baton.example", role, team, ZoneOffset.UTC, true);
  }
}
