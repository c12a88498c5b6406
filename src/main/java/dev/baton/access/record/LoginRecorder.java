package dev.baton.access.record;

import dev.baton.people.People;
import dev.baton.privacy.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Keeps in the audit who logged in on the page, and who tried in vain on whichever way. */
@Component
class LoginRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(LoginRecorder.class);

  /** What was typed there may be anything, a password too. */
  private static final String UNKNOWN = "(unknown)";

  private final AuditTrail audit;
  private final People people;

  LoginRecorder(AuditTrail audit, People people) {
    this.audit = audit;
    this.people = people;
  }

  @EventListener
  void on(InteractiveAuthenticationSuccessEvent login) {
    keep("logged_in", login.getAuthentication().getName(), login.getAuthentication());
  }

  @EventListener
  void on(AbstractAuthenticationFailureEvent login) {
    String typed = login.getAuthentication().getName();
    keep("login_failed", isKnown(typed) ? typed : UNKNOWN, login.getAuthentication());
  }

  private boolean isKnown(String typed) {
    try {
      return typed.length() <= 64 && people.find(typed).isPresent();
    } catch (RuntimeException e) {
      LOG.warn("Nobody can be looked up", e);
      return false;
    }
  }

  /** Nobody stays outside because it can't be told. */
  private void keep(String what, String by, Authentication login) {
    try {
      audit.addFrom(
          login.getDetails() instanceof WebAuthenticationDetails call
              ? call.getRemoteAddress()
              : null,
          by,
          what,
          "login");
    } catch (RuntimeException e) {
      LOG.warn("The audit does not have {} of {}", what, by, e);
    }
  }
}
