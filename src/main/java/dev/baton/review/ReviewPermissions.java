package dev.baton.review;

import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Permissions of reviews: who holds, moves and skips one, and who says what came of a decision. */
@Component
class ReviewPermissions {
  private final People people;

  ReviewPermissions(People people) {
    this.people = people;
  }

  /** Who takes part. */
  void checkHolds(HandoffReview review, String by) {
    check(by, person -> review.isFor(person.role()), "Only who takes part in this review holds it");
  }

  /** A manager. */
  void checkPlans(String by) {
    check(by, ReviewPermissions::oversees, "Only a manager moves or skips a review");
  }

  /** Its owner, or a manager. */
  void checkCloses(AgreedDecision decision, String by) {
    check(
        by,
        person -> person.id().equals(decision.owner()) || oversees(person),
        "Only its owner or a manager says what became of it");
  }

  private void check(String by, Predicate<Person> rule, String refusal) {
    if (people.find(by).filter(Person::active).filter(rule).isEmpty()) {
      throw ApiProblem.forbidden(refusal);
    }
  }

  private static boolean oversees(Person person) {
    return person.role().may(Right.OVERSEE);
  }
}
