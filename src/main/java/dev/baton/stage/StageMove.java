package dev.baton.stage;

/** What became of an attempt to enter a stage. */
public sealed interface StageMove {

  /** For a move that our own rules allow. */
  default void orThrow() {
    if (this instanceof Refused refused) {
      throw new IllegalStateException(refused.reason());
    }
  }

  /** The lead is in the stage now. */
  record Entered(StageEpisode episode) implements StageMove {}

  /** The move is not allowed, or the lead has moved meanwhile. */
  record Refused(String reason) implements StageMove {}
}
