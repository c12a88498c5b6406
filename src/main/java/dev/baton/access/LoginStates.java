package dev.baton.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.access.token.Tokens;
import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong changes = new AtomicLong();
  private final Cache<Belief, Optional<String>> believed =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

  /** What was read before a change isn't found after it. */
  private record Belief(String user, long changes) {}

  LoginStates(EngineUsers users, People people) {
    this.users = users;
    this.people = people;
  }

  /** Not older than some seconds; empty when nobody may log in by that name. */
  Optional<String> of(String user) {
    Belief belief = new Belief(user, changes.get());
    Optional<String> known = believed.getIfPresent(belief);
    if (known != null) {
      return known;
    }
    // not within the cache: where the database is silent, calls would wait for each other
    Optional<String> state = read(user);
    believed.put(belief, state);
    return state;
  }

  /** What is changed on another node counts when the belief is over. */
  @TransactionalEventListener(fallbackExecution = true)
  public void on(StaffDirectory.PersonSaved saved) {
    changes.incrementAndGet();
  }

  /** As it is now. */
  Optional<String> now(String user) {
    changes.incrementAndGet();
    return of(user);
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
