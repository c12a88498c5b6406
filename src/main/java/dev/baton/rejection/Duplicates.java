package dev.baton.rejection;

import dev.baton.handoff.AnswerLog;
import dev.baton.handoff.AnswerReader;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.LeadSentBack;
import dev.baton.handoff.Merging;
import dev.baton.handoff.NoDetails;
import dev.baton.handoff.State;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Merges;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * After "already in work" the two records become one: at once when the rep said whose duplicate it
 * is, else when marketing has found out.
 */
@Component
public class Duplicates {
  static final String FOLLOW = "merge";

  static final String MERGE = "merge";
  static final String NONE = "none";

  private final Errands errands;
  private final Duties duties;
  private final MarketingPromise promise;
  private final Handoffs handoffs;
  private final AnswerLog log;
  private final Merging merging;
  private final Leads leads;
  private final Merges merges;
  private final People people;
  private final Clock clock;

  Duplicates(
      Errands errands,
      Duties duties,
      MarketingPromise promise,
      Handoffs handoffs,
      AnswerLog log,
      Merging merging,
      Leads leads,
      Merges merges,
      People people,
      Clock clock) {
    this.errands = errands;
    this.duties = duties;
    this.promise = promise;
    this.handoffs = handoffs;
    this.log = log;
    this.merging = merging;
    this.leads = leads;
    this.merges = merges;
    this.people = people;
    this.clock = clock;
  }

  /** Merging waits for the next step of the process, which locks the leads in their order. */
  @EventListener
  void on(LeadSentBack no) {
    if (!no.follow().equals(FOLLOW)) {
      return;
    }
    MarketingPromise.Due due = promise.due(Errands.DUPLICATE, no.at());
    String other =
        log.lastAnswer(no.handoffId())
            .map(NoDetails::of)
            .map(NoDetails::duplicateOf)
            .flatMap(this::lead)
            .filter(id -> !id.equals(no.leadId()))
            .orElse(null);
    if (errands.open(no.handoffId(), Errands.DUPLICATE, null, due.dueAt(), other)) {
      duties.start(
          Duties.MERGE_DUPLICATE,
          no.handoffId(),
          no.leadId(),
          new Duties.Duty(
              null, "marketing", due.warnAt(), due.dueAt(), other == null ? "ask" : MERGE));
    }
  }

  /** The lead that somebody means by an id or an e-mail. */
  Optional<String> lead(String named) {
    String email = named.strip().toLowerCase(Locale.ROOT);
    return merges.survivor(named.strip()).or(() -> leads.byEmail(email).map(Lead::id));
  }

  /** Checks what marketing says without recording anything. */
  void check(Map<String, Object> values) {
    read(values);
  }

  /** Marketing says which other record it is, or that there is none. */
  public Next record(String handoffId, Map<String, Object> values, String by) {
    Optional<String> other = read(values);
    people
        .find(by)
        .filter(Person::active)
        .filter(p -> List.of(Role.MARKETING, Role.MANAGER, Role.ADMIN).contains(p.role()))
        .orElseThrow(() -> ApiProblem.forbidden("Only marketing says which lead it is"));
    Errands.Errand errand = errands.lock(handoffId, Errands.DUPLICATE).orElseThrow();
    if (!errand.isOpen()) {
      throw new Conflict("This is settled already", State.CLOSED, errand.doneBy(), errand.doneAt());
    }
    if (other.filter(errand.leadId()::equals).isPresent()) {
      throw new InvalidInput(List.of(new FieldError(ReplyFields.OF, "that is the lead itself")));
    }
    other.ifPresentOrElse(
        lead -> errands.name(handoffId, Errands.DUPLICATE, lead),
        () -> errands.done(handoffId, Errands.DUPLICATE, NONE, null, by, clock.instant()));
    return new Next(other.isPresent() ? MERGE : NONE, errand.leadId(), null, null);
  }

  /** Merges the two records; again it does nothing. */
  public void merge(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    String by = log.lastAnswer(handoffId).map(AnswerLog.Entry::answeredBy).orElse("rule");
    String other = errands.find(handoffId, Errands.DUPLICATE).orElseThrow().resultLead();
    Merging.Merged merged = merging.merge(handoff.leadId(), other, by);
    errands.done(handoffId, Errands.DUPLICATE, "merged", merged.survivor(), by, clock.instant());
  }

  private Optional<String> read(Map<String, Object> values) {
    AnswerReader answer = AnswerReader.of(ReplySchema.DUPLICATE, values);
    String named = answer.text(ReplyFields.OF);
    Optional<String> other = Optional.ofNullable(named).flatMap(this::lead);
    if (named != null && other.isEmpty()) {
      answer.wrong(ReplyFields.OF, "there is no lead '%s'".formatted(named));
    }
    answer.check();
    return other;
  }
}
