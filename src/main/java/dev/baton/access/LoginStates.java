package dev.baton.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * State of logins in the database: the groups and the password of who is active. Whoever is logged
 * in under another state than that has to log in again.
 */
@Component
class LoginStates {
  /** So long an earlier state may be believed, on each node. */
  static final Duration BELIEVED = Duration.ofSeconds(2);

  private final EngineUsers users;
  private final People people;
  private final LoadingCache<String, Optional<String>> believed;

  LoginStates(EngineUsers users, People people) {
    this.users = users;
    this.people = people;
    this.believed =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build(this::read);
  }

  /** Not older than some seconds; empty when nobody may log in by that name. */
  Optional<String> of(String user) {
    return believed.get(user);
  }

  /** What is changed on another node counts when the belief is over. */
  @TransactionalEventListener(fallbackExecution = true)
  public void on(StaffDirectory.PersonSaved saved) {
    believed.invalidate(saved.personId());
  }

  /** As it is now. */
  Optional<String> now(String user) {
    believed.invalidate(user);
    return believed.get(user);
  }

  private Optional<String> read(String user) {
    return people
        .find(user)
        .filter(Person::active)
        .flatMap(person -> users.passwordHash(user))
        .map(
            password ->
                Stream.concat(users.groupsOf(user).stream().sorted(), Stream.of(password))
                    .collect(Collectors.joining("\n")))
        .map(Tokens::hash);
  }
}
