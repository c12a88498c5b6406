package dev.baton.change.backtest;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.stage.JudgedLead;
import dev.baton.stage.StageEpisode;
import java.time.Instant;
import java.util.Optional;

/** A lead as it stood when a signal was judged. */
record PastLead(
    PersonHistory person,
    KnownThen known,
    StageEpisode now,
    Optional<Instant> lastNo,
    DecisionSnapshot tables,
    JudgementTools tools)
    implements JudgedLead {

  @Override
  public ScoreFacts facts() {
    return known.facts(tools.scoring().horizon(known.at(), tables));
  }

  @Override
  public Score score() {
    return tools.scoring().score(facts(), known.at(), tables);
  }

  @Override
  public boolean isCompetitor() {
    return tools.competitors().areKnown()
        && tools.competitors().employ(known.domain(), person.lead().email());
  }

  @Override
  public boolean isSuppressed() {
    return person.isSuppressed(known.record(), known.at());
  }
}
