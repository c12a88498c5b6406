package dev.baton.engine;

/** One thing that a model keeps to, or isn't deployed. */
interface ModelRule {
  void check(ModelXml model, InReach inReach, Findings findings);
}
