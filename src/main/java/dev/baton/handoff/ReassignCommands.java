package dev.baton.handoff;

import dev.baton.handoff.assignment.NextOwnerReassignment;
import dev.baton.handoff.assignment.Reassignments;
import dev.baton.handoff.assignment.UnaskedReassignment;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Commands of a manager who gives leads to other reps. */
@Component
public class ReassignCommands {
  static final String REASON_LACKS = "say why, for whoever reads it later";
  static final int LONGEST_REASON = 4000;
  private static final int MOST = 200;

  private final HandoffChanges changes;
  private final AnswerPreconditions preconditions;
  private final Reassignments reassignments;
  private final UnaskedReassignment unasked;
  private final NextOwnerReassignment nextOwner;
  private final Handoffs handoffs;
  private final People people;

  ReassignCommands(
      HandoffChanges changes,
      AnswerPreconditions preconditions,
      Reassignments reassignments,
      UnaskedReassignment unasked,
      NextOwnerReassignment nextOwner,
      Handoffs handoffs,
      People people) {
    this.changes = changes;
    this.preconditions = preconditions;
    this.reassignments = reassignments;
    this.unasked = unasked;
    this.nextOwner = nextOwner;
    this.handoffs = handoffs;
    this.people = people;
  }

  /** Gives the handoff to another rep with a fresh clock; the old round stays as it was (R7). */
  public HandoffView reassign(String handoffId, Map<String, Object> fields, String by) {
    checkManager(by);
    FieldReader given = new FieldReader(fields);
    String rep = given.requiredText("rep", "say who takes it over", 64);
    Optional<String> reason =
        Optional.ofNullable(given.requiredText("reason", REASON_LACKS, LONGEST_REASON));
    Optional<Person> owner = Optional.ofNullable(rep).flatMap(this::activeRep);
    if (rep != null && owner.isEmpty()) {
      given.wrong("rep", "'%s' is not an active rep".formatted(rep));
    }
    given.check();
    return give(handoffId, owner.orElseThrow(), reason.orElseThrow(), by);
  }

  /**
   * The same as somebody decided in another system.
   *
   * @throws Conflict where it can't be theirs
   */
  public void follow(String handoffId, Person rep, String reason) {
    give(handoffId, rep, reason, OwnerAssigned.RULE);
  }

  private HandoffView give(String handoffId, Person rep, String reason, String by) {
    return changes.give(
        handoffId,
        attempt -> {
          Handoff handoff = handoffs.lock(handoffId).orElseThrow();
          check(handoff, rep);
          reassignments.give(handoff, rep, reason, by);
        },
        () -> {
          Handoff handoff = unasked.lock(handoffId);
          check(handoff, rep);
          unasked.give(handoff, rep, reason, by);
        });
  }

  /**
   * Gives many handoffs, each on its own, so that one that can't be given keeps no other back.
   *
   * @param fields {@code handoffs}: their ids; {@code rep}: who gets them, or whoever's turn it is;
   *     {@code reason}
   */
  Reassigned reassignMany(Map<String, Object> fields, String by) {
    checkManager(by);
    FieldReader given = FieldReader.ofJson(fields);
    List<String> ids = given.words("handoffs", 64);
    String rep = given.text("rep", 64);
    String reason = given.requiredText("reason", REASON_LACKS, LONGEST_REASON);
    if (rep != null && activeRep(rep).isEmpty()) {
      given.wrong("rep", "'%s' is not an active rep".formatted(rep));
    }
    if (!given.isWrong("handoffs") && (ids == null || ids.isEmpty() || ids.size() > MOST)) {
      given.wrong("handoffs", "a list of 1 to %d ids".formatted(MOST));
    }
    given.check();
    List<String> moved = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (String id : Objects.requireNonNull(ids)) {
      try {
        move(id, rep, Objects.requireNonNull(reason), by);
        moved.add(id);
      } catch (ApiProblem problem) {
        kept.add(new Kept(id, String.valueOf(problem.getMessage())));
      }
    }
    return new Reassigned(moved, kept);
  }

  /** What became of many: those that moved, and those that didn't. */
  record Reassigned(List<String> moved, List<Kept> kept) {
    Reassigned said(UnaryOperator<String> language) {
      return new Reassigned(
          moved,
          kept.stream().map(one -> new Kept(one.handoff(), language.apply(one.why()))).toList());
    }
  }

  /** One that stays with whom it was, and why. */
  record Kept(String handoff, String why) {}

  private void move(String id, @Nullable String rep, String reason, String by) {
    if (handoffs.find(id).isEmpty()) {
      throw ApiProblem.notFound("There is no handoff " + id);
    }
    if (rep != null) {
      reassign(id, Map.of("rep", rep, "reason", reason), by);
      return;
    }
    changes.give(
        id,
        attempt -> {
          Handoff handoff = handoffs.lock(id).orElseThrow();
          String owner = handoff.owner();
          if (handoff.isClosed() || owner == null) {
            throw preconditions.conflict(handoff);
          }
          nextOwner.give(handoff, owner, "reassigned", reason);
        });
  }

  private void checkManager(String by) {
    if (people.find(by).filter(HandoffPermissions::mayReassign).isEmpty()) {
      throw ApiProblem.forbidden("Only a manager gives a lead to somebody else");
    }
  }

  private Optional<Person> activeRep(String id) {
    return people.find(id).filter(Person::isActiveRep);
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
      throw new Conflict(rep.name() + " has just left");
    }
  }
}
