package dev.baton.rejection;

import dev.baton.handoff.LeadMerge;
import dev.baton.handoff.MergedLeads;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Merge after "already in work": at once when the rep named the other lead, else when marketing has
 * found it.
 */
@Component
public class Duplicates {
  static final String FOLLOW = "merge";

  static final String MERGE = "merge";
  static final String NONE = "none";

  private final FollowUpTasks tasks;
  private final RejectionProcesses processes;
  private final MarketingPromise promise;
  private final Handoffs handoffs;
  private final AnswerLog log;
  private final LeadMerge merge;
  private final Leads leads;
  private final LeadRecordMerge leadRecordMerge;
  private final People people;
  private final Clock clock;

  Duplicates(
      FollowUpTasks tasks,
      RejectionProcesses processes,
      MarketingPromise promise,
      Handoffs handoffs,
      AnswerLog log,
      LeadMerge merge,
      Leads leads,
      LeadRecordMerge leadRecordMerge,
      People people,
      Clock clock) {
    this.tasks = tasks;
    this.processes = processes;
    this.promise = promise;
    this.handoffs = handoffs;
    this.log = log;
    this.merge = merge;
    this.leads = leads;
    this.leadRecordMerge = leadRecordMerge;
    this.people = people;
    this.clock = clock;
  }

  /** Merging waits for the next step of the process, which locks the leads in their order. */
  @EventListener
  void on(LeadSentBack no) {
    if (!no.follow().equals(FOLLOW)) {
      return;
    }
    MarketingPromise.Due due = promise.due(FollowUpTasks.DUPLICATE, no.at());
    String other =
        log.lastAnswer(no.handoffId())
            .map(RejectionDetails::of)
            .map(RejectionDetails::duplicateOf)
            .flatMap(this::lead)
            .filter(id -> !id.equals(no.leadId()))
            .orElse(null);
    if (tasks.open(no.handoffId(), FollowUpTasks.DUPLICATE, null, due.dueAt(), other)) {
      processes.start(
          RejectionProcesses.MERGE_DUPLICATE,
          no.handoffId(),
          no.leadId(),
          new RejectionProcesses.Assignment(
              null, "marketing", due.warnAt(), due.dueAt(), other == null ? "ask" : MERGE));
    }
  }

  /** The lead that somebody means by an id or an e-mail. */
  Optional<String> lead(String named) {
    String email = named.strip().toLowerCase(Locale.ROOT);
    return leadRecordMerge.survivor(named.strip()).or(() -> leads.byEmail(email).map(Lead::id));
  }

  /** Checks what marketing says without recording anything. */
  void check(Map<String, Object> values) {
    read(values);
  }

  /** Marketing says which other record it is, or that there is none. */
  public ReplyResult record(String handoffId, Map<String, Object> values, String by) {
    Optional<String> other = read(values);
    if (people
        .find(by)
        .filter(Person::active)
        .filter(p -> p.role().may(Right.READ_ALL))
        .isEmpty()) {
      throw ApiProblem.forbidden("Only marketing says which lead it is");
    }
    FollowUpTasks.FollowUpTask task = tasks.lock(handoffId, FollowUpTasks.DUPLICATE).orElseThrow();
    if (!task.isOpen()) {
      throw new Conflict(
          "This is settled already", HandoffState.CLOSED, task.doneBy(), task.doneAt());
    }
    if (other.filter(task.leadId()::equals).isPresent()) {
      throw new InvalidInput(List.of(new FieldError(ReplyFields.OF, "that is the lead itself")));
    }
    other.ifPresentOrElse(
        lead -> tasks.name(handoffId, FollowUpTasks.DUPLICATE, lead),
        () -> tasks.done(handoffId, FollowUpTasks.DUPLICATE, NONE, null, by, clock.instant()));
    return new ReplyResult(other.isPresent() ? MERGE : NONE, task.leadId(), null, null);
  }

  /** Merges the two records; again it does nothing. */
  public void merge(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    String by = log.lastAnswer(handoffId).map(AnswerEntry::answeredBy).orElse("rule");
    String other = tasks.find(handoffId, FollowUpTasks.DUPLICATE).orElseThrow().resultLead();
    MergedLeads merged = merge.merge(handoff.leadId(), other, by);
    tasks.done(
        handoffId, FollowUpTasks.DUPLICATE, "merged", merged.survivor(), by, clock.instant());
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
