package dev.baton.people;

import dev.baton.engine.EngineUsers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Synchronization of people with the engine's users: a person's groups are their role, their one
 * team and, for a manager, the fallback queue.
 */
@Component
public class StaffDirectory implements ApplicationRunner {
  private static final Set<String> RESERVED = Set.of("rule", "import", ".", "..");
  private static final String QUEUE_NAME = "Leads that nobody could take";

  private final People people;
  private final Teams teams;
  private final EngineUsers users;
  private final ApplicationEventPublisher facts;

  public StaffDirectory(
      People people, Teams teams, EngineUsers users, ApplicationEventPublisher facts) {
    this.people = people;
    this.teams = teams;
    this.users = users;
    this.facts = facts;
  }

  /** Fact: somebody may have other rights, or another password, from here on. */
  public record PersonSaved(String personId) {}

  /**
   * Why there can be no team of this name, or empty. A team is an engine group, and nobody gets a
   * role's rights by being put into a team that is called like the role.
   */
  public Optional<String> whyNoTeam(String id) {
    if (teams.find(id).isEmpty() && !id.matches("[a-zA-Z0-9._-]{1,64}")) {
      return Optional.of("letters, digits, dot, dash and underscore only, at most 64");
    }
    return Role.ofGroup(id).isPresent() || users.isOtherGroup(id)
        ? Optional.of("'%s' is a group with rights of its own; choose another name".formatted(id))
        : Optional.empty();
  }

  /** Whether somebody logs in by this name already, known to us or only to the engine. */
  public boolean isUser(String id) {
    return users.isUser(id);
  }

  /** Whether nobody may have this id: records say it of what a rule did, or no path can. */
  public boolean isReserved(String id) {
    return RESERVED.contains(id.toLowerCase(Locale.ROOT));
  }

  /** Adds a person or changes one; without a password they keep theirs, or have none yet. */
  @Transactional
  public void save(Person person, Optional<String> password) {
    users.createRole(person.role().group(), person.role().group());
    if (person.team() != null) {
      teams.open(person.team(), person.team());
    }
    groups();
    boolean isNew = !users.isUser(person.id());
    users.saveUser(person.id(), person.name(), person.email(), password, groupsOf(person));
    if (isNew && password.isEmpty()) {
      users.dropPassword(person.id());
    }
    people.save(person);
    facts.publishEvent(new PersonSaved(person.id()));
  }

  /** Adds a team or changes one. */
  @Transactional
  public void save(Team team) {
    teams.save(team);
    groups();
  }

  /** At each start: a setting may have named another queue. */
  @Override
  @Transactional
  public void run(ApplicationArguments args) {
    teams.open(teams.fallbackQueue(), QUEUE_NAME);
    groups();
    people
        .withRole(Role.MANAGER)
        .forEach(manager -> users.join(manager.id(), teams.fallbackQueue()));
  }

  private void groups() {
    teams.open(teams.fallbackQueue(), QUEUE_NAME);
    teams.all().forEach(team -> users.createTeam(team.id(), team.name()));
  }

  private List<String> groupsOf(Person person) {
    String queue = person.role() == Role.MANAGER ? teams.fallbackQueue() : null;
    return Stream.of(person.role().group(), person.team(), queue)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
