package dev.baton.handoff;

import dev.baton.handoff.assignment.Reassignments;
import dev.baton.handoff.assignment.UnaskedReassignment;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Command of a manager who gives a lead to another rep. */
@Component
public class ReassignCommands {
  private final HandoffChanges changes;
  private final AnswerPreconditions preconditions;
  private final Reassignments reassignments;
  private final UnaskedReassignment unasked;
  private final Handoffs handoffs;
  private final People people;
  private final Clock clock;

  ReassignCommands(
      HandoffChanges changes,
      AnswerPreconditions preconditions,
      Reassignments reassignments,
      UnaskedReassignment unasked,
      Handoffs handoffs,
      People people,
      Clock clock) {
    this.changes = changes;
    this.preconditions = preconditions;
    this.reassignments = reassignments;
    this.unasked = unasked;
    this.handoffs = handoffs;
    this.people = people;
    this.clock = clock;
  }

  /** Gives the handoff to another rep with a fresh clock; the old round stays as it was (R7). */
  public HandoffView reassign(String handoffId, Map<String, Object> fields, String by) {
    if (people.find(by).filter(HandoffPermissions::mayReassign).isEmpty()) {
      throw ApiProblem.forbidden("Only a manager gives a lead to somebody else");
    }
    FieldReader given = new FieldReader(fields);
    String rep = given.requiredText("rep", "say who takes it over", 64);
    Optional<String> reason =
        Optional.ofNullable(
            given.requiredText("reason", "say why, for whoever reads it later", 4000));
    Optional<Person> owner =
        Optional.ofNullable(rep).flatMap(people::find).filter(Person::isActiveRep);
    if (rep != null && owner.isEmpty()) {
      given.wrong("rep", "'%s' is not an active rep".formatted(rep));
    }
    given.check();
    return changes.run(
        handoffId,
        attempt -> {
          Handoff handoff = handoffs.lock(handoffId).orElseThrow();
          check(handoff, owner.orElseThrow());
          reassignments.give(handoff, owner.orElseThrow(), reason.orElseThrow(), by);
        },
        () -> {
          Handoff handoff = unasked.lock(handoffId);
          check(handoff, owner.orElseThrow());
          unasked.give(handoff, owner.orElseThrow(), reason.orElseThrow(), by);
        });
  }

  private void check(Handoff handoff, Person rep) {
    if (handoff.isClosed()) {
      throw preconditions.conflict(handoff);
    }
    if (rep.id().equals(handoff.owner())) {
      throw new Conflict(
          rep.name() + " owns this handoff already", handoff.state(), rep.id(), handoff.since());
    }
    // Whoever deactivates the rep holds the row too, and finds this lead among the open ones.
    if (people.lock(rep.id()).filter(Person::isActiveRep).isEmpty()) {
      throw new Conflict(rep.name() + " has just left", handoff.state(), rep.id(), clock.instant());
    }
  }
}
