package dev.baton.rejection;

import dev.baton.engine.UserTasks;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.Merging;
import dev.baton.handoff.State;
import dev.baton.handoff.Visibility;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.lead.Leads;
import dev.baton.lead.Lookalikes;
import dev.baton.lead.Merges;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Our own door to what follows a no: checks the fields, then completes the task like any other
 * door.
 */
@Component
public class RejectionDesk {
  private static final Set<Role> MERGING = Set.of(Role.MARKETING, Role.MANAGER, Role.ADMIN);

  private final Rejections rejections;
  private final FollowUps followUps;
  private final Duplicates duplicates;
  private final Errands errands;
  private final Handoffs handoffs;
  private final Merging merging;
  private final Merges merges;
  private final Leads leads;
  private final Lookalikes lookalikes;
  private final People people;
  private final UserTasks tasks;

  RejectionDesk(
      Rejections rejections,
      FollowUps followUps,
      Duplicates duplicates,
      Errands errands,
      Handoffs handoffs,
      Merging merging,
      Merges merges,
      Leads leads,
      Lookalikes lookalikes,
      People people,
      UserTasks tasks) {
    this.rejections = rejections;
    this.followUps = followUps;
    this.duplicates = duplicates;
    this.errands = errands;
    this.handoffs = handoffs;
    this.merging = merging;
    this.merges = merges;
    this.leads = leads;
    this.lookalikes = lookalikes;
    this.people = people;
    this.tasks = tasks;
  }

  /** The rejection, if there is one and this person may see it: a rep sees their own and team's. */
  public Optional<Rejection> find(String handoffId, String reader) {
    return handoffs
        .find(handoffId)
        .filter(
            handoff -> people.find(reader).filter(p -> Visibility.maySee(p, handoff)).isPresent())
        .flatMap(handoff -> rejections.find(handoff.id()));
  }

  /** A page of rejections; a rep reads the noes that they said. */
  public List<Rejection> page(Rejection.State state, int page, String reader) {
    Person person = people.find(reader).orElseThrow();
    return rejections.page(state, person.isRep() ? person.id() : null, page);
  }

  /** Marketing agrees, adjusts or contests. */
  public Rejection answer(String handoffId, Map<String, Object> fields, String by) {
    FollowUps.checkAnswer(fields);
    followUps.mayAnswer(by);
    return complete(handoffId, "answerRejection", Rejection.State.OPEN, fields, by);
  }

  /** A manager decides on a contest. */
  public Rejection decide(String handoffId, Map<String, Object> fields, String by) {
    FollowUps.checkDecision(fields);
    followUps.mayDecide(by);
    return complete(handoffId, "decideContest", Rejection.State.CONTESTED, fields, by);
  }

  private Rejection complete(
      String handoffId, String task, Rejection.State asked, Map<String, Object> fields, String by) {
    change(
        attempt -> {
          Rejection now = rejections.lock(handoffId).orElseThrow();
          if (now.state() != asked) {
            throw FollowUps.conflict(now);
          }
          attempt.complete(handoffId, task, Duties.FIELDS, fields, by);
        });
    return rejections.find(handoffId).orElseThrow();
  }

  /** Says who decides at the company, or that nobody could be found. */
  public Errands.Errand contact(String handoffId, Map<String, Object> fields, String by) {
    ContactSearch.check(fields);
    return errand(handoffId, Errands.CONTACT, "findContact", fields, by);
  }

  /** Says which other lead a duplicate is, or that there is none. */
  public Errands.Errand duplicate(String handoffId, Map<String, Object> fields, String by) {
    duplicates.check(fields);
    return errand(handoffId, Errands.DUPLICATE, "nameOtherLead", fields, by);
  }

  private Errands.Errand errand(
      String handoffId, String kind, String task, Map<String, Object> fields, String by) {
    change(
        attempt -> {
          Errands.Errand open =
              errands
                  .lock(handoffId, kind)
                  .orElseThrow(
                      () -> new Conflict("Nobody asked for this", State.CLOSED, null, null));
          if (!open.isOpen()) {
            throw new Conflict(
                "This is settled already", State.CLOSED, open.doneBy(), open.doneAt());
          }
          attempt.complete(handoffId, task, Duties.FIELDS, fields, by);
        });
    return errands.find(handoffId, kind).orElseThrow();
  }

  /** The records that may be the same person as this one. */
  public List<String> lookalikes(String leadId) {
    return lookalikes.of(leadId);
  }

  /** Merges two leads; the older record stays whichever is named first. */
  public Merging.Merged merge(String leadId, Map<String, Object> fields, String by) {
    FieldReader given = new FieldReader(fields);
    String into = given.requiredText("into", "say the other lead's e-mail or id", 320);
    Optional<String> other = Optional.ofNullable(into).flatMap(duplicates::lead);
    if (into != null && other.isEmpty()) {
      given.wrong("into", "there is no lead '%s'".formatted(into));
    }
    if (other.filter(leadId::equals).isPresent()) {
      given.wrong("into", "that is the lead itself");
    }
    given.check();
    people
        .find(by)
        .filter(Person::active)
        .filter(person -> MERGING.contains(person.role()))
        .orElseThrow(() -> ApiProblem.forbidden("Only marketing or a manager merges leads"));
    AtomicReference<Merging.Merged> merged = new AtomicReference<>();
    change(attempt -> merged.set(merging.merge(leadId, other.orElseThrow(), by)));
    return merged.get();
  }

  public boolean isKnown(String leadId) {
    return leads.find(leadId).isPresent();
  }

  /** The lead that an id stands for now. */
  public Optional<String> survivor(String leadId) {
    return merges.survivor(leadId);
  }

  private void change(Consumer<UserTasks.Attempt> change) {
    tasks.change(
        change,
        () ->
            new Conflict(
                "This lead is on its way just now; please try again in a moment",
                State.CLOSED,
                null,
                null));
  }
}
