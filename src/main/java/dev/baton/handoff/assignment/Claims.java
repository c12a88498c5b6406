package dev.baton.handoff.assignment;

import dev.baton.handoff.lifecycle.OwnershipTransfer;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A rep takes a lead that nobody owns, whichever way: whoever claims the task claims the handoff.
 * Nothing else that happens to a task's assignee changes an owner (rule R7).
 */
@Component
public class Claims {
  private final Handoffs handoffs;
  private final OwnershipTransfer transfer;
  private final People people;
  private final Clock clock;

  Claims(Handoffs handoffs, OwnershipTransfer transfer, People people, Clock clock) {
    this.handoffs = handoffs;
    this.transfer = transfer;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Somebody was made the assignee of the handoff's task, or nobody was.
   *
   * @throws ApiProblem when the handoff has another owner, or this person may not own it
   */
  public void assigned(String handoffId, @Nullable String assignee) {
    if (Objects.equals(assignee, handoffs.find(handoffId).orElseThrow().owner())) {
      return;
    }
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    String owner = handoff.owner();
    if (owner != null) {
      throw taken(handoff, owner);
    }
    Person person =
        Optional.ofNullable(assignee)
            .flatMap(people::find)
            .filter(Person::isRep)
            .filter(rep -> HandoffPermissions.mayAnswer(rep, handoff))
            .orElseThrow(() -> ApiProblem.forbidden("Only a rep of its team owns a lead"));
    transfer.claim(handoff, person, clock.instant());
  }

  /** The refusal that says who was faster. */
  public Conflict taken(Handoff handoff, String owner) {
    String name = people.find(owner).map(Person::name).orElse(owner);
    return new Conflict(
        name + " has this lead; only a manager gives it to somebody else",
        handoff.state(),
        owner,
        handoff.since());
  }
}
