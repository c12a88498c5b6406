package dev.baton.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.access.openid.LoginSettings;
import dev.baton.access.token.Tokens;
import dev.baton.engine.EngineUsers;
import dev.baton.input.TextPolicy;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Authentication provider that logs active people in as the engine's users; their authorities are
 * the ids of their groups. Wrong passwords slow the same name from the same address, and nobody
 * else. Who sends one wrong password again and again, as an old client does, slows that password
 * alone: it is no new guess.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {
  /** Wrong passwords that cost no waiting. */
  static final int FREE = 5;

  private final EngineUsers users;
  private final People people;
  private final boolean local;
  private final FailedTries guesses = new FailedTries(FREE, InstantSource.system());
  private final FailedTries repeats = new FailedTries(FREE, InstantSource.system());

  /** Groups of who was let in, by name and password; the salt hides both. */
  private final Cache<String, List<SimpleGrantedAuthority>> letIn =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LoginStates.BELIEVED).build();

  /** Of this process, and new when somebody's rights change: nobody finds what was before. */
  private volatile String salt = UUID.randomUUID().toString();

  EngineAuthenticationProvider(EngineUsers users, People people, LoginSettings settings) {
    this.users = users;
    this.people = people;
    this.local = settings.local();
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    if (!local) {
      throw new BadCredentialsException("Passwords are off here: baton.login.local is false");
    }
    String user = attempt.getName();
    String who = who(attempt);
    String password = attempt.getCredentials().toString();
    String guess = Tokens.hash(who + password);
    Duration rest = Collections.max(List.of(guesses.rest(who), repeats.rest(guess)));
    if (!rest.isZero()) {
      throw new TooManyTries("Too many wrong passwords for this name from your address", rest);
    }
    Optional<List<SimpleGrantedAuthority>> groups =
        attempt.getDetails() instanceof CallDetails
            ? ofCall(user, password)
            : groups(user, password);
    if (groups.isEmpty()) {
      if (repeats.failed(guess)) {
        guesses.failed(who);
      }
      throw new BadCredentialsException("User name or password is wrong");
    }
    guesses.succeeded(who);
    repeats.succeeded(guess);
    return UsernamePasswordAuthenticationToken.authenticated(user, null, groups.get());
  }

  /** Who sends a password with each call is believed for some seconds without asking again. */
  private Optional<List<SimpleGrantedAuthority>> ofCall(String user, String password) {
    String key = Tokens.hash("%s\n%s\n%s".formatted(salt, user, password));
    List<SimpleGrantedAuthority> known = letIn.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    // not within the cache: where the database is silent, calls would wait for each other
    Optional<List<SimpleGrantedAuthority>> groups = groups(user, password);
    groups.ifPresent(found -> letIn.put(key, found));
    return groups;
  }

  /** What is changed on another node counts when the belief is over. */
  @TransactionalEventListener(fallbackExecution = true)
  public void on(StaffDirectory.PersonSaved saved) {
    salt = UUID.randomUUID().toString();
  }

  /** Empty when they may not come in. */
  private Optional<List<SimpleGrantedAuthority>> groups(String user, String password) {
    if (!isName(user) || !users.checkPassword(user, password) || !isActive(user)) {
      return Optional.empty();
    }
    return Optional.of(users.groupsOf(user).stream().map(SimpleGrantedAuthority::new).toList());
  }

  /** Of one length, however long a name somebody sends. */
  private static String who(Authentication attempt) {
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    return Tokens.hash(address + " " + attempt.getName());
  }

  private static boolean isName(String user) {
    return !user.isBlank() && TextPolicy.objection(user, 64).isEmpty();
  }

  /** Who works here; a rep who was paused for missed leads is back. */
  private boolean isActive(String user) {
    Optional<Person> person = people.find(user).filter(Person::active);
    person.filter(rep -> rep.unresponsiveSince() != null).ifPresent(rep -> people.isBack(rep.id()));
    return person.isPresent();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** Where a call comes from that brings its password along: no login follows from it. */
  static final class CallDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;

    CallDetails(HttpServletRequest request) {
      super(request);
    }
  }
}
