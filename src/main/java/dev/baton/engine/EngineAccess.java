package dev.baton.engine;

/** Access of a group to the engine and its web applications. */
public enum EngineAccess {
  /** Answers tasks in Tasklist. */
  WORK,
  /** Sees every process in Cockpit, hands tasks on and retries jobs. */
  OVERSEE,
  /** Sees and deploys models. */
  DESIGN,
  ADMINISTER
}
