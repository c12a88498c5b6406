package dev.baton.web.lead;

import dev.baton.score.Score;
import dev.baton.score.Scores;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.StageRules;
import dev.baton.stage.Stages;
import dev.baton.web.lead.LeadView.ScoreView;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Views of a score: its parts, its reasons and what is missing to the next stage. */
@Component
class ScoreViews {
  private final Scores scores;
  private final Stages stages;
  private final StageRules rules;
  private final Clock clock;

  ScoreViews(Scores scores, Stages stages, StageRules rules, Clock clock) {
    this.scores = scores;
    this.stages = stages;
    this.rules = rules;
    this.clock = clock;
  }

  /** As it was at an instant, or would decay to; null: now. */
  ScoreView of(String id, @Nullable Instant at) {
    Instant asOf = at == null ? clock.instant() : at;
    Score score = scores.shown(id, asOf);
    return new ScoreView(
        score.total(),
        score.fit(),
        score.behaviour(),
        score.band(),
        sinceRejection(id, asOf),
        score.model(),
        score.asOf(),
        score.contributions(),
        rules.missing(scores.facts(id, asOf), asOf));
  }

  private @Nullable Integer sinceRejection(String id, Instant asOf) {
    return lastRejection(id, asOf)
        .flatMap(rejection -> scores.knownSince(id, asOf, rejection))
        .map(Score::total)
        .orElse(null);
  }

  private Optional<Instant> lastRejection(String id, Instant asOf) {
    return stages.episodes(id).stream()
        .filter(episode -> episode.stage() == Stage.RECYCLED)
        .map(StageEpisode::enteredAt)
        .filter(rejection -> !rejection.isAfter(asOf))
        .reduce((earlier, later) -> later);
  }
}
