package dev.baton.rejection;

import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.merge.LeadMerge;
import dev.baton.handoff.merge.MergedLeads;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.people.Role.Right;
import dev.baton.rejection.followup.FollowUpTask;
import dev.baton.rejection.followup.FollowUpTasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Merge of the two records of a person, once it is known which they are. */
@Component
public class Duplicates {
  static final String MERGE = "merge";
  static final String NONE = "none";

  private final FollowUpTasks tasks;
  private final NamedLeads leads;
  private final Handoffs handoffs;
  private final AnswerLog log;
  private final LeadMerge merge;
  private final ReplyPermissions permissions;
  private final Clock clock;

  Duplicates(
      FollowUpTasks tasks,
      NamedLeads leads,
      Handoffs handoffs,
      AnswerLog log,
      LeadMerge merge,
      ReplyPermissions permissions,
      Clock clock) {
    this.tasks = tasks;
    this.leads = leads;
    this.handoffs = handoffs;
    this.log = log;
    this.merge = merge;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Checks what marketing says without recording anything. */
  void check(Map<String, Object> values) {
    read(values);
  }

  /** Marketing says which other record it is, or that there is none. */
  public ReplyResult record(String handoffId, Map<String, Object> values, String by) {
    Optional<String> other = read(values);
    permissions.require(by, Right.READ_ALL, "Only marketing says which lead it is");
    FollowUpTask task = tasks.lock(handoffId, FollowUpTasks.DUPLICATE).orElseThrow();
    if (!task.isOpen()) {
      throw new Conflict(
          "This is settled already", HandoffState.CLOSED.name(), task.doneBy(), task.doneAt());
    }
    if (other.filter(task.leadId()::equals).isPresent()) {
      throw new InvalidInput(List.of(new FieldError(ReplyFields.OF, "that is the lead itself")));
    }
    other.ifPresentOrElse(
        lead -> tasks.name(handoffId, FollowUpTasks.DUPLICATE, lead),
        () -> tasks.done(handoffId, FollowUpTasks.DUPLICATE, NONE, null, by, clock.instant()));
    return ReplyResult.of(other.isPresent() ? MERGE : NONE, task.leadId());
  }

  /** Merges the two records; again it does nothing. */
  public void merge(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    String by = log.lastAnswer(handoffId).map(AnswerEntry::answeredBy).orElse("rule");
    String other =
        tasks.find(handoffId, FollowUpTasks.DUPLICATE).map(FollowUpTask::resultLead).orElseThrow();
    MergedLeads merged = merge.merge(handoff.leadId(), other, by);
    tasks.done(
        handoffId, FollowUpTasks.DUPLICATE, "merged", merged.survivor(), by, clock.instant());
  }

  private Optional<String> read(Map<String, Object> values) {
    AnswerReader answer = AnswerReader.of(ReplySchema.DUPLICATE, values);
    String named = answer.text(ReplyFields.OF);
    Optional<String> other = Optional.ofNullable(named).flatMap(leads::find);
    if (named != null && other.isEmpty()) {
      answer.wrong(ReplyFields.OF, "there is no lead '%s'".formatted(named));
    }
    answer.check();
    return other;
  }
}
