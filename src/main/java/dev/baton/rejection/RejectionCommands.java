package dev.baton.rejection;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.rejection.followup.FollowUpTask;
import dev.baton.rejection.followup.FollowUpTasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Commands on rejections: check the fields, then complete the task as every other channel does. */
@Component
public class RejectionCommands {
  private final Rejections rejections;
  private final MarketingFollowUps marketingFollowUps;
  private final Duplicates duplicates;
  private final FollowUpTasks followUpTasks;
  private final Handoffs handoffs;
  private final People people;
  private final RejectionChanges changes;

  RejectionCommands(
      Rejections rejections,
      MarketingFollowUps marketingFollowUps,
      Duplicates duplicates,
      FollowUpTasks followUpTasks,
      Handoffs handoffs,
      People people,
      RejectionChanges changes) {
    this.rejections = rejections;
    this.marketingFollowUps = marketingFollowUps;
    this.duplicates = duplicates;
    this.followUpTasks = followUpTasks;
    this.handoffs = handoffs;
    this.people = people;
    this.changes = changes;
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
  public List<Rejection> page(Rejection.@Nullable State state, int page, String reader) {
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
    changes.run(
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
  public FollowUpTask contact(String handoffId, Map<String, Object> fields, String by) {
    FoundContacts.check(fields);
    return complete(handoffId, FollowUpTasks.CONTACT, "findContact", fields, by);
  }

  /** Says which other lead a duplicate is, or that there is none. */
  public FollowUpTask duplicate(String handoffId, Map<String, Object> fields, String by) {
    duplicates.check(fields);
    return complete(handoffId, FollowUpTasks.DUPLICATE, "nameOtherLead", fields, by);
  }

  private FollowUpTask complete(
      String handoffId, String kind, String task, Map<String, Object> fields, String by) {
    changes.run(
        attempt -> {
          FollowUpTask open =
              followUpTasks
                  .lock(handoffId, kind)
                  .orElseThrow(
                      () ->
                          new Conflict(
                              "Nobody asked for this", HandoffState.CLOSED.name(), null, null));
          if (!open.isOpen()) {
            throw new Conflict(
                "This is settled already",
                HandoffState.CLOSED.name(),
                open.doneBy(),
                open.doneAt());
          }
          attempt.complete(handoffId, task, RejectionProcesses.FIELDS, fields, by);
        });
    return followUpTasks.find(handoffId, kind).orElseThrow();
  }
}
