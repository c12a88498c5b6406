package dev.baton.access;

import dev.baton.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Listener of logins with a password: a rep who was paused for missed leads is back. */
@Component
class LoginReturnListener {
  private final People people;

  LoginReturnListener(People people) {
    this.people = people;
  }

  @EventListener
  void on(AuthenticationSuccessEvent login) {
    people
        .find(login.getAuthentication().getName())
        .filter(person -> person.unresponsiveSince() != null)
        .ifPresent(person -> people.isBack(person.id()));
  }
}
