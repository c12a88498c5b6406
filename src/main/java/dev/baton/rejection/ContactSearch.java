package dev.baton.rejection;

import dev.baton.alert.Notice.Kind;
import dev.baton.handoff.AnswerReader;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.HandoffNotices;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.LeadSentBack;
import dev.baton.handoff.State;
import dev.baton.handoff.Visibility;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Channel;
import dev.baton.lead.Contact;
import dev.baton.lead.Identities;
import dev.baton.lead.Lead;
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
 * After "not the person who decides" somebody looks for who does: the one they find is a lead of
 * the same account, with the same source, and marketing's to warm up.
 */
@Component
public class ContactSearch {
  static final String FOLLOW = "find_contact";

  static final String FOUND = "found";
  private static final List<String> PROFILE = List.of("firstName", "lastName", "jobTitle", "phone");

  private final Errands errands;
  private final Duties duties;
  private final MarketingPromise promise;
  private final Handoffs handoffs;
  private final HandoffNotices notices;
  private final Identities identities;
  private final Leads leads;
  private final People people;
  private final Clock clock;

  ContactSearch(
      Errands errands,
      Duties duties,
      MarketingPromise promise,
      Handoffs handoffs,
      HandoffNotices notices,
      Identities identities,
      Leads leads,
      People people,
      Clock clock) {
    this.errands = errands;
    this.duties = duties;
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
    MarketingPromise.Due due = promise.due(Errands.CONTACT, no.at());
    if (errands.open(handoff.id(), Errands.CONTACT, handoff.owner(), due.dueAt(), null)) {
      duties.start(
          Duties.FIND_CONTACT,
          handoff.id(),
          handoff.leadId(),
          new Duties.Duty(handoff.owner(), handoff.team(), due.warnAt(), due.dueAt(), null));
      notices.tell(
          handoff,
          Kind.CONTACT_SEARCH,
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
  public Next record(String handoffId, Map<String, Object> values, String by) {
    Found found = read(values);
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    people
        .find(by)
        .filter(Person::active)
        .filter(p -> p.role() == Role.MARKETING || Visibility.mayAnswer(p, handoff))
        .orElseThrow(() -> ApiProblem.forbidden("This handoff belongs to another team"));
    Errands.Errand errand = errands.lock(handoffId, Errands.CONTACT).orElseThrow();
    if (!errand.isOpen()) {
      throw new Conflict(
          "%s has answered this already".formatted(errand.doneBy()),
          State.CLOSED,
          errand.doneBy(),
          errand.doneAt());
    }
    Instant now = clock.instant();
    String lead = found.email() == null ? null : meet(handoff.leadId(), found, now);
    errands.done(handoffId, Errands.CONTACT, found.word(), lead, by, now);
    return new Next(found.word(), handoff.leadId(), null, null);
  }

  private String meet(String originId, Found found, Instant now) {
    Lead origin = leads.find(originId).orElseThrow();
    Lead lead =
        identities.identify(new Contact(found.email(), null, null, found.phone()), now).lead();
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

  private record Found(String word, String email, Map<String, String> profile) {
    String phone() {
      return profile.get("phone");
    }
  }

  private static Found read(Map<String, Object> values) {
    AnswerReader answer = AnswerReader.of(ReplySchema.CONTACT, values);
    answer.check();
    Map<String, String> profile = new LinkedHashMap<>();
    PROFILE.forEach(
        field ->
            Optional.ofNullable(answer.text(field)).ifPresent(value -> profile.put(field, value)));
    return new Found(answer.text(ReplyFields.DECISION), answer.text(ReplyFields.EMAIL), profile);
  }
}
