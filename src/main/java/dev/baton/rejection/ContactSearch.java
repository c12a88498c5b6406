package dev.baton.rejection;

import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Channel;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentities;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Search for the decision maker after "not the person who decides": the contact found is a lead of
 * the same account, with the same source, and marketing's to warm up.
 */
@Component
public class ContactSearch {
  static final String FOLLOW = "find_contact";

  static final String FOUND = "found";
  private static final List<String> PROFILE = List.of("firstName", "lastName", "jobTitle", "phone");

  private final FollowUpTasks tasks;
  private final RejectionProcesses processes;
  private final MarketingPromise promise;
  private final Handoffs handoffs;
  private final HandoffNotices notices;
  private final LeadIdentities identities;
  private final Leads leads;
  private final People people;
  private final Clock clock;

  ContactSearch(
      FollowUpTasks tasks,
      RejectionProcesses processes,
      MarketingPromise promise,
      Handoffs handoffs,
      HandoffNotices notices,
      LeadIdentities identities,
      Leads leads,
      People people,
      Clock clock) {
    this.tasks = tasks;
    this.processes = processes;
    this.promise = promise;
    this.handoffs = handoffs;
    this.notices = notices;
    this.identities = identities;
    this.leads = leads;
    this.people = people;
    this.clock = clock;
  }

  @EventListener
  void on(LeadSentBack no) {
    if (!no.follow().equals(FOLLOW)) {
      return;
    }
    Handoff handoff = handoffs.find(no.handoffId()).orElseThrow();
    MarketingPromise.Due due = promise.due(FollowUpTasks.CONTACT, no.at());
    if (tasks.open(handoff.id(), FollowUpTasks.CONTACT, handoff.owner(), due.dueAt(), null)) {
      processes.start(
          RejectionProcesses.FIND_CONTACT,
          handoff.id(),
          handoff.leadId(),
          new RejectionProcesses.Assignment(
              handoff.owner(), handoff.team(), due.warnAt(), due.dueAt(), null));
      notices.tell(
          handoff,
          NoticeKind.CONTACT_SEARCH,
          "contact:" + handoff.id(),
          handoff.owner(),
          "Find the person who decides",
          due.dueAt());
    }
  }

  static void check(Map<String, Object> values) {
    read(values);
  }

  /**
   * Records who was found, or that nobody was.
   *
   * @return the word that the process goes on with
   */
  public ReplyResult record(String handoffId, Map<String, Object> values, String by) {
    FoundContact found = read(values);
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    if (people
        .find(by)
        .filter(Person::active)
        .filter(p -> p.role() == Role.MARKETING || HandoffPermissions.mayAnswer(p, handoff))
        .isEmpty()) {
      throw ApiProblem.forbidden("This handoff belongs to another team");
    }
    FollowUpTasks.FollowUpTask task = tasks.lock(handoffId, FollowUpTasks.CONTACT).orElseThrow();
    if (!task.isOpen()) {
      throw new Conflict(
          "%s has answered this already".formatted(task.doneBy()),
          HandoffState.CLOSED,
          task.doneBy(),
          task.doneAt());
    }
    Instant now = clock.instant();
    String lead = found.email() == null ? null : meet(handoff.leadId(), found, now);
    tasks.done(handoffId, FollowUpTasks.CONTACT, found.word(), lead, by, now);
    return new ReplyResult(found.word(), handoff.leadId(), null, null);
  }

  private String meet(String originId, FoundContact found, Instant now) {
    Lead origin = leads.find(originId).orElseThrow();
    Lead lead =
        identities
            .identify(new ContactDetails(found.email(), null, null, found.phone()), now)
            .lead();
    if (lead.id().equals(origin.id())) {
      throw new InvalidInput(
          List.of(
              new FieldError(ReplyFields.EMAIL, "that is the lead itself; name the other person")));
    }
    leads.name(lead.id(), origin.source(), origin.campaign(), Channel.OUTBOUND);
    leads.learn(lead.id(), found.profile(), now, now);
    if (origin.accountId() != null) {
      leads.joinAccount(lead.id(), origin.accountId());
    }
    return lead.id();
  }

  private record FoundContact(String word, String email, Map<String, String> profile) {
    String phone() {
      return profile.get("phone");
    }
  }

  private static FoundContact read(Map<String, Object> values) {
    AnswerReader answer = AnswerReader.of(ReplySchema.CONTACT, values);
    answer.check();
    Map<String, String> profile = new LinkedHashMap<>();
    PROFILE.forEach(
        field ->
            Optional.ofNullable(answer.text(field)).ifPresent(value -> profile.put(field, value)));
    return new FoundContact(
        answer.text(ReplyFields.DECISION), answer.text(ReplyFields.EMAIL), profile);
  }
}
