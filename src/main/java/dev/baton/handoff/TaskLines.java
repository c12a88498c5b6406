package dev.baton.handoff;

import dev.baton.score.Scores;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a line of the task list says of a lead: enough to choose by, nothing of the person. */
@Component
public class TaskLines {
  private final Packs packs;
  private final Scores scores;
  private final Clock clock;

  TaskLines(Packs packs, Scores scores, Clock clock) {
    this.packs = packs;
    this.scores = scores;
    this.clock = clock;
  }

  /** The company, as far as known, and the score as it is now. */
  public record TaskLine(String company, int score) {}

  public TaskLine of(String leadId) {
    return new TaskLine(
        packs.company(leadId).orElse("not known"), scores.score(leadId, clock.instant()).total());
  }
}
