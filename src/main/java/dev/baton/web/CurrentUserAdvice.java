package dev.baton.web;

import dev.baton.people.People;
import dev.baton.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who reads it. */
@ControllerAdvice(annotations = StaffPage.class)
class CurrentUserAdvice {
  private final People people;
  private final Clock clock;

  CurrentUserAdvice(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @ModelAttribute("user")
  CurrentUser user(Principal login, HttpServletRequest request) {
    Person person = people.find(login.getName()).orElseThrow();
    PageLanguage.remember(person.chosenLanguage(), request);
    return CurrentUser.of(person, clock.instant(), request);
  }
}
