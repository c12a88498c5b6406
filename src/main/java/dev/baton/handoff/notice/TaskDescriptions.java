package dev.baton.handoff.notice;

import dev.baton.handoff.answer.Touches;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a line of the task list says of a lead: enough to choose by, nothing of the person. */
@Component
public class TaskDescriptions {
  private final KnownLeads leads;
  private final Touches touches;

  TaskDescriptions(KnownLeads leads, Touches touches) {
    this.leads = leads;
    this.touches = touches;
  }

  /**
   * A line.
   *
   * @param company as far as known
   * @param score as it is now
   * @param nextAttempt when the rep planned to try again, or null
   */
  public record TaskLine(String company, int score, @Nullable Date nextAttempt) {}

  public TaskLine of(String leadId, String handoffId) {
    KnownLead lead = leads.of(leadId);
    int score = lead.score().total();
    return new TaskLine(
        lead.company().orElse("not known"),
        score,
        touches.next(handoffId).map(Date::from).orElse(null));
  }
}
