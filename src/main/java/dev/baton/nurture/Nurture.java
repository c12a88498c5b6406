package dev.baton.nurture;

import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nurture episode of a lead.
 *
 * @param stage the one it is nurtured in; leaving it ends the stay
 * @param reason the code of the rejection that led here, or null
 * @param coolingUntil when the rejection said that it is worth asking again, or null
 * @param nextMailAt null when it waits for something else
 * @param pausedAt since when sales works the lead, or null
 * @param ending null while it runs
 */
public record Nurture(
    String id,
    String leadId,
    Stage stage,
    @Nullable String reason,
    @Nullable Instant coolingUntil,
    Instant startedAt,
    @Nullable Instant nextMailAt,
    @Nullable Instant pausedAt,
    @Nullable Ending ending) {

  /** When and how it ended. */
  public record Ending(Instant at, String outcome) {}

  /** A new one of a lead in its present stage. */
  static Nurture of(StageEpisode episode, Instant at) {
    return new Nurture(
        Sql.newId(),
        episode.leadId(),
        episode.stage(),
        episode.reason(),
        episode.coolingUntil(),
        at,
        null,
        null,
        null);
  }
}
