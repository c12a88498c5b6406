package dev.baton.access;

import dev.baton.engine.EngineUsers;
import dev.baton.input.TextPolicy;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Authentication provider that logs active people in as the engine's users; their authorities are
 * the ids of their groups.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {
  private final EngineUsers users;
  private final People people;

  EngineAuthenticationProvider(EngineUsers users, People people) {
    this.users = users;
    this.people = people;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String user = attempt.getName();
    String password = attempt.getCredentials().toString();
    if (!isName(user) || !users.checkPassword(user, password) || !isActive(user)) {
      throw new BadCredentialsException("User name or password is wrong");
    }
    List<SimpleGrantedAuthority> groups =
        users.groupsOf(user).stream().map(SimpleGrantedAuthority::new).toList();
    return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
  }

  private static boolean isName(String user) {
    return !user.isBlank() && TextPolicy.objection(user, 64).isEmpty();
  }

  private boolean isActive(String user) {
    return people.find(user).filter(Person::active).isPresent();
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
