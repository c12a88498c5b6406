package dev.baton.stage;

/** What became of an attempt to enter a stage. */
public sealed interface Move {

  /** The lead is in the stage now. */
  record Entered(Episode episode) implements Move {}

  /** The move is not allowed, or the lead has moved meanwhile. */
  record Refused(String reason) implements Move {}
}
