package dev.baton;

import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;

/** Hires the people of the tests; {@code admin} is there already. */
@TestComponent
public class Team implements ApplicationRunner {
  public static final String PASSWORD = "demo";
  public static final List<String> REPS = List.of("rita", "ben", "nora");

  private final EngineUsers users;
  private final People people;

  Team(EngineUsers users, People people) {
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
    users.saveUser("nobody", "Nobody", "nobody@baton.example", Optional.of(PASSWORD), List.of());
  }

  private void hire(String id, Role role, String team) {
    String email = id + "@baton.example";
    users.createRole(role.group(), role.group());
    users.saveUser(id, id, email, Optional.of(PASSWORD), List.of(role.group()));
    people.save(new Person(id, id, email, role, team, ZoneOffset.UTC, true));
  }
}
