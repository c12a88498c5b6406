package dev.baton.desk;

import dev.baton.people.People;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who reads it. */
@ControllerAdvice(
    assignableTypes = {
      HomePage.class,
      LeadPages.class,
      NurturePages.class,
      PreferencePage.class,
      RejectionPages.class,
      RepPages.class,
      FunnelPages.class,
      WhyPages.class,
      SlaPages.class,
      AccountPages.class,
      ReviewPages.class
    })
class PageReader {
  private final People people;
  private final Clock clock;

  PageReader(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @ModelAttribute("reader")
  Reader reader(Principal login) {
    return people
        .find(login.getName())
        .map(person -> new Reader(person, new Watch(person.zone(), clock.instant())))
        .orElseThrow();
  }
}
