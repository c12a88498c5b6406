package dev.baton.rejection;

import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Channel;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.identity.LeadIdentities;
import dev.baton.people.Role;
import dev.baton.rejection.followup.FollowUpTask;
import dev.baton.rejection.followup.FollowUpTasks;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Contacts that a search found: each a lead of the same account, with the same source, and
 * marketing's to warm up.
 */
@Component
public class FoundContacts {
  static final String FOUND = "found";
  private static final List<String> PROFILE = List.of("firstName", "lastName", "jobTitle", "phone");

  private final FollowUpTasks tasks;
  private final Handoffs handoffs;
  private final LeadIdentities identities;
  private final Leads leads;
  private final ReplyPermissions permissions;
  private final Clock clock;

  FoundContacts(
      FollowUpTasks tasks,
      Handoffs handoffs,
      LeadIdentities identities,
      Leads leads,
      ReplyPermissions permissions,
      Clock clock) {
    this.tasks = tasks;
    this.handoffs = handoffs;
    this.identities = identities;
    this.leads = leads;
    this.permissions = permissions;
    this.clock = clock;
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
    permissions.require(
        by,
        person -> person.role() == Role.MARKETING || HandoffPermissions.mayAnswer(person, handoff),
        "This handoff belongs to another team");
    FollowUpTask task = tasks.lock(handoffId, FollowUpTasks.CONTACT).orElseThrow();
    if (!task.isOpen()) {
      throw new Conflict(
          "%s has answered this already".formatted(task.doneBy()),
          HandoffState.CLOSED.name(),
          task.doneBy(),
          task.doneAt());
    }
    Instant now = clock.instant();
    String lead = found.email() == null ? null : meet(handoff.leadId(), found, now);
    tasks.done(handoffId, FollowUpTasks.CONTACT, found.word(), lead, by, now);
    return ReplyResult.of(found.word(), handoff.leadId());
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

  private record FoundContact(String word, @Nullable String email, Map<String, String> profile) {
    @Nullable String phone() {
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
        answer.requiredText(ReplyFields.DECISION), answer.text(ReplyFields.EMAIL), profile);
  }
}
