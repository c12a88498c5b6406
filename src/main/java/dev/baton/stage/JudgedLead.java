package dev.baton.stage;

import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import java.time.Instant;
import java.util.Optional;

/** What is known of a lead at the instant at which a signal of it is judged; asked as needed. */
public interface JudgedLead {
  /** The episode that it is in. */
  StageEpisode now();

  /** When it was last sent back, if it was. */
  Optional<Instant> lastNo();

  /** What its score is computed from. */
  ScoreFacts facts();

  /** Its full score by the tables that judge. */
  Score score();

  boolean isCompetitor();

  boolean isSuppressed();
}
