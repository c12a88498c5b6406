package dev.baton.rehearsal;

import dev.baton.engine.rehearsal.PathStep;
import dev.baton.rehearsal.scenario.LeadState;
import dev.baton.rehearsal.scenario.LeadState.DueAnswer;
import dev.baton.rehearsal.scenario.LeadState.ToldNotice;
import dev.baton.rehearsal.scenario.ScenarioResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one lead would go through.
 *
 * @param score whole points
 * @param path the elements of the diagrams that it would come to, in their order
 * @param owner who would get it, or null
 */
public record LeadPreview(
    @Nullable Integer score,
    @Nullable String stage,
    List<PathStep> path,
    @Nullable String owner,
    @Nullable String team,
    List<DueAnswer> deadlines,
    List<ToldNotice> notices) {

  static LeadPreview of(ScenarioResult result) {
    LeadState end = result.end();
    return new LeadPreview(
        end.score(),
        end.stage(),
        result.path(),
        end.owner(),
        end.team(),
        end.deadlines(),
        end.notices());
  }
}
