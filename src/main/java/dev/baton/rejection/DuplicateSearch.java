package dev.baton.rejection;

import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.people.Role;
import dev.baton.rejection.followup.FollowUpTasks;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Search for the other record after "already in work": over at once when the rep named the other
 * lead, else marketing finds it.
 */
@Component
class DuplicateSearch {
  static final String FOLLOW = "merge";

  private final FollowUpOpener followUps;
  private final AnswerLog log;
  private final NamedLeads leads;

  DuplicateSearch(FollowUpOpener followUps, AnswerLog log, NamedLeads leads) {
    this.followUps = followUps;
    this.log = log;
    this.leads = leads;
  }

  /** Merging waits for the next step of the process, which locks the leads in their order. */
  @EventListener
  void on(LeadSentBack sentBack) {
    if (!sentBack.follow().equals(FOLLOW)) {
      return;
    }
    Optional<String> other =
        log.lastAnswer(sentBack.handoffId())
            .map(RejectionDetails::of)
            .map(RejectionDetails::duplicateOf)
            .flatMap(leads::find)
            .filter(id -> !id.equals(sentBack.leadId()));
    followUps.open(
        sentBack,
        new FollowUpOpener.Draft(
            FollowUpTasks.DUPLICATE,
            RejectionProcesses.MERGE_DUPLICATE,
            null,
            Role.MARKETING.group(),
            other.isPresent() ? Duplicates.MERGE : "ask",
            other.orElse(null)));
  }
}
