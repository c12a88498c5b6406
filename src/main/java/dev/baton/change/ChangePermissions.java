package dev.baton.change;

import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Permissions of changes: who proposes, edits, puts in force and signs. */
@Component
public class ChangePermissions {
  private static final Set<Role> DESIGN = Set.of(Role.DESIGNER, Role.ADMIN);

  private final People people;

  ChangePermissions(People people) {
    this.people = people;
  }

  /** Designers and marketing. */
  public boolean mayPropose(Person person) {
    return person.role().may(Right.PROPOSE);
  }

  /** Its author, if they may still propose, designers and administrators. */
  public boolean mayWorkOn(ModelChange change, Person person) {
    return DESIGN.contains(person.role())
        || (mayPropose(person) && person.id().equals(change.author()));
  }

  /** Who proposes changes or signs them tries one out; where none is named nobody does. */
  public void checkTries(@Nullable String changeId, String by) {
    if (changeId != null && !changeId.isEmpty()) {
      check(
          by,
          person -> mayPropose(person) || person.role().may(Right.OVERSEE),
          "Who proposes changes or signs them tries one out");
    }
  }

  void checkProposes(String by) {
    check(by, this::mayPropose, "Designers and marketing propose changes");
  }

  void checkWorksOn(ModelChange change, String by) {
    check(
        by,
        person -> mayWorkOn(change, person),
        "Its author, designers and administrators check it, put it in force and take it back");
  }

  void checkSigns(SigningSide side, String by) {
    check(
        by,
        person -> side.isSignedBy(person.role()),
        side == SigningSide.SALES ? "Managers sign for sales" : "Marketing signs for marketing");
  }

  private void check(String by, Predicate<Person> rule, String refusal) {
    if (people.find(by).filter(Person::active).filter(rule).isEmpty()) {
      throw ApiProblem.forbidden(refusal);
    }
  }
}
