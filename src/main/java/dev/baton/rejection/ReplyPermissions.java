package dev.baton.rejection;

import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Permissions to reply: only an active person with the right of the question does. */
@Component
class ReplyPermissions {
  private final People people;

  ReplyPermissions(People people) {
    this.people = people;
  }

  /** Ends with a refusal of this sentence where the person may not. */
  void require(String person, Right right, String otherwise) {
    require(person, known -> known.role().may(right), otherwise);
  }

  void require(String person, Predicate<Person> allowed, String otherwise) {
    if (people.find(person).filter(Person::active).filter(allowed).isEmpty()) {
      throw ApiProblem.forbidden(otherwise);
    }
  }
}
