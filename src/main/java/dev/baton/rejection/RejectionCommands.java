package dev.baton.rejection;

import dev.baton.engine.UserTasks;
import dev.baton.handoff.LeadMerge;
import dev.baton.handoff.MergedLeads;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.lead.DuplicateCandidates;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Commands on rejections: check the fields, then complete the task as every other channel does. */
@Component
public class RejectionCommands {

  private final Rejections rejections;
  private final MarketingFollowUps marketingFollowUps;
  private final Duplicates duplicates;
  private final FollowUpTasks followUpTasks;
  private final Handoffs handoffs;
  private final LeadMerge merge;
  private final LeadRecordMerge leadRecordMerge;
  private final Leads leads;
  private final DuplicateCandidates candidates;
  private final People people;
  private final UserTasks tasks;

  RejectionCommands(
      Rejections rejections,
      MarketingFollowUps marketingFollowUps,
      Duplicates duplicates,
      FollowUpTasks followUpTasks,
      Handoffs handoffs,
      LeadMerge merge,
      LeadRecordMerge leadRecordMerge,
      Leads leads,
      DuplicateCandidates candidates,
      People people,
      UserTasks tasks) {
    this.rejections = rejections;
    this.marketingFollowUps = marketingFollowUps;
    this.duplicates = duplicates;
    this.followUpTasks = followUpTasks;
    this.handoffs = handoffs;
    this.merge = merge;
    this.leadRecordMerge = leadRecordMerge;
    this.leads = leads;
    this.candidates = candidates;
    this.people = people;
    this.tasks = tasks;
  }

  /** The rejection, if there is one and this person may see it: a rep sees their own and team's. */
  public Optional<Rejection> find(String handoffId, String reader) {
    return handoffs
        .find(handoffId)
        .filter(
            handoff ->
                people.find(reader).filter(p -> HandoffPermissions.maySee(p, handoff)).isPresent())
        .flatMap(handoff -> rejections.find(handoff.id()));
  }

  /** A page of rejections; a rep reads their own. */
  public List<Rejection> page(Rejection.State state, int page, String reader) {
    Person person = people.find(reader).orElseThrow();
    return rejections.page(state, person.isRep() ? person.id() : null, page);
  }

  /** Marketing agrees, adjusts or contests. */
  public Rejection answer(String handoffId, Map<String, Object> fields, String by) {
    MarketingFollowUps.checkAnswer(fields);
    marketingFollowUps.mayAnswer(by);
    return complete(handoffId, "answerRejection", Rejection.State.OPEN, fields, by);
  }

  /** A manager decides on a contest. */
  public Rejection decide(String handoffId, Map<String, Object> fields, String by) {
    MarketingFollowUps.checkDecision(fields);
    marketingFollowUps.mayDecide(by);
    return complete(handoffId, "decideContest", Rejection.State.CONTESTED, fields, by);
  }

  private Rejection complete(
      String handoffId, String task, Rejection.State asked, Map<String, Object> fields, String by) {
    change(
        attempt -> {
          Rejection now = rejections.lock(handoffId).orElseThrow();
          if (now.state() != asked) {
            throw MarketingFollowUps.conflict(now);
          }
          attempt.complete(handoffId, task, RejectionProcesses.FIELDS, fields, by);
        });
    return rejections.find(handoffId).orElseThrow();
  }

  /** Says who decides at the company, or that nobody could be found. */
  public FollowUpTasks.FollowUpTask contact(
      String handoffId, Map<String, Object> fields, String by) {
    ContactSearch.check(fields);
    return complete(handoffId, FollowUpTasks.CONTACT, "findContact", fields, by);
  }

  /** Says which other lead a duplicate is, or that there is none. */
  public FollowUpTasks.FollowUpTask duplicate(
      String handoffId, Map<String, Object> fields, String by) {
    duplicates.check(fields);
    return complete(handoffId, FollowUpTasks.DUPLICATE, "nameOtherLead", fields, by);
  }

  private FollowUpTasks.FollowUpTask complete(
      String handoffId, String kind, String task, Map<String, Object> fields, String by) {
    change(
        attempt -> {
          FollowUpTasks.FollowUpTask open =
              followUpTasks
                  .lock(handoffId, kind)
                  .orElseThrow(
                      () -> new Conflict("Nobody asked for this", HandoffState.CLOSED, null, null));
          if (!open.isOpen()) {
            throw new Conflict(
                "This is settled already", HandoffState.CLOSED, open.doneBy(), open.doneAt());
          }
          attempt.complete(handoffId, task, RejectionProcesses.FIELDS, fields, by);
        });
    return followUpTasks.find(handoffId, kind).orElseThrow();
  }

  /** The records that may be the same person as this one. */
  public List<String> duplicateCandidates(String leadId) {
    return candidates.of(leadId);
  }

  /** Merges two leads; the older record stays whichever is named first. */
  public MergedLeads merge(String leadId, Map<String, Object> fields, String by) {
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
    if (people
        .find(by)
        .filter(Person::active)
        .filter(person -> person.role().may(Right.READ_ALL))
        .isEmpty()) {
      throw ApiProblem.forbidden("Only marketing or a manager merges leads");
    }
    AtomicReference<MergedLeads> merged = new AtomicReference<>();
    change(attempt -> merged.set(merge.merge(leadId, other.orElseThrow(), by)));
    return merged.get();
  }

  public boolean isKnown(String leadId) {
    return leads.find(leadId).isPresent();
  }

  /** The lead that an id stands for now. */
  public Optional<String> survivor(String leadId) {
    return leadRecordMerge.survivor(leadId);
  }

  private void change(Consumer<UserTasks.Attempt> change) {
    tasks.change(
        change,
        () ->
            new Conflict(
                "This lead is on its way just now; please try again in a moment",
                HandoffState.CLOSED,
                null,
                null));
  }
}
