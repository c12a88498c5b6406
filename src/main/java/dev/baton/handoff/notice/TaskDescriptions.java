package dev.baton.handoff.notice;

import dev.baton.handoff.answer.Touches;
import dev.baton.score.Scores;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a line of the task list says of a lead: enough to choose by, nothing of the person. */
@Component
public class TaskDescriptions {
  private final LeadCaptions names;
  private final Scores scores;
  private final Touches touches;
  private final Clock clock;

  TaskDescriptions(LeadCaptions names, Scores scores, Touches touches, Clock clock) {
    this.names = names;
    this.scores = scores;
    this.touches = touches;
    this.clock = clock;
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
    return new TaskLine(
        names.company(leadId).orElse("not known"),
        scores.shown(leadId, clock.instant()).total(),
        touches.next(handoffId).map(Date::from).orElse(null));
  }
}
