package dev.baton.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Logins of sessions: each remembers since when it lasts and in which state its person was then. It
 * ends when the person is deactivated, changes groups or password, and after {@link #LONGEST}.
 */
@Component
class SessionLogins implements SessionAuthenticationStrategy {
  /** However busy its person is. */
  static final Duration LONGEST = Duration.ofHours(12);

  static final String LOGIN = SessionLogins.class.getName();

  private final LoginStates states;
  private final InstantSource clock = InstantSource.system();

  SessionLogins(LoginStates states) {
    this.states = states;
  }

  record Login(String state, Instant at) implements Serializable {}

  @Override
  public void onAuthentication(
      Authentication login, HttpServletRequest request, HttpServletResponse response) {
    String state =
        states
            .now(login.getName())
            .orElseThrow(() -> new SessionAuthenticationException("Left since the password"));
    request.getSession().setAttribute(LOGIN, new Login(state, clock.instant()));
  }

  boolean isOver(HttpSession session, String user) {
    return !(session.getAttribute(LOGIN) instanceof Login login)
        || login.at().plus(LONGEST).isBefore(clock.instant())
        || states.of(user).filter(login.state()::equals).isEmpty();
  }
}
