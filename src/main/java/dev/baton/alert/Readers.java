package dev.baton.alert;

import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds who is told in place of somebody who left: the manager of their team. */
@Component
class Readers {
  private final People people;
  private final Availability availability;

  Readers(People people, Availability availability) {
    this.people = people;
    this.availability = availability;
  }

  /** Finds nobody when the person can't be told and no manager is active either. */
  Reader of(String to) {
    Optional<Person> meant = to == null ? Optional.empty() : people.find(to);
    if (meant.filter(Person::active).isPresent()) {
      return reader(meant.get(), null);
    }
    return people.managersOf(meant.map(Person::team).orElse(null)).stream()
        .findFirst()
        .map(manager -> reader(manager, insteadOf(to, meant)))
        .orElse(Reader.NOBODY);
  }

  private Reader reader(Person person, String insteadOf) {
    return new Reader(person, availability.shift(person), insteadOf);
  }

  private static String insteadOf(String to, Optional<Person> meant) {
    if (to == null) {
      return "You get this because nobody owns it yet.";
    }
    return meant
        .map(person -> "You get this for " + person.name() + ", who is not active any more.")
        .orElse("You get this because nobody here is called " + Words.line(to, 64) + ".");
  }
}
