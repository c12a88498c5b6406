package dev.baton.stage;

/** What became of an attempt to enter a stage. */
public sealed interface StageMove {

  /** The lead is in the stage now. */
  record Entered(StageEpisode episode) implements StageMove {}

  /** The move is not allowed, or the lead has moved meanwhile. */
  record Refused(String reason) implements StageMove {}
}
