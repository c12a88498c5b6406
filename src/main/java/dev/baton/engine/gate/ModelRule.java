package dev.baton.engine.gate;

/** One thing that a model keeps to, or isn't deployed. */
public interface ModelRule {
  void check(ModelXml model, ModelLookup modelLookup, Findings findings);
}
