package dev.baton.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Session lifetime: short for anonymous sessions, which could fill the memory otherwise; only a
 * login lasts the day.
 */
@Component
class SessionLifetime implements HttpSessionListener, HttpSessionAttributeListener {
  /** Long enough to type a password. */
  static final Duration STRANGER = Duration.ofMinutes(15);

  private final Duration loggedIn;

  SessionLifetime(ServerProperties server) {
    this.loggedIn = server.getServlet().getSession().getTimeout();
  }

  @Override
  public void sessionCreated(HttpSessionEvent created) {
    last(created.getSession(), STRANGER);
  }

  @Override
  public void attributeAdded(HttpSessionBindingEvent added) {
    if (added.getName().equals(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)) {
      last(added.getSession(), loggedIn);
    }
  }

  private static void last(HttpSession session, Duration time) {
    session.setMaxInactiveInterval(Math.toIntExact(time.toSeconds()));
  }
}
