package dev.baton.handoff;

import dev.baton.score.Scores;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What a line of the task list says of a lead: enough to choose by, nothing of the person. */
@Component
public class TaskLines {
  private final Packs packs;
  private final Scores scores;
  private final Touches touches;
  private final Clock clock;

  TaskLines(Packs packs, Scores scores, Touches touches, Clock clock) {
    this.packs = packs;
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
  public record TaskLine(String company, int score, Date nextAttempt) {}

  public TaskLine of(String leadId, String handoffId) {
    return new TaskLine(
        packs.company(leadId).orElse("not known"),
        scores.score(leadId, clock.instant()).total(),
        touches.next(handoffId).map(Date::from).orElse(null));
  }
}
