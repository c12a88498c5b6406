package dev.baton.engine;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** Settings of an engine in memory that needn't read the engine's SQL again. */
public class InMemoryEngine extends StandaloneInMemProcessEngineConfiguration {
  @Override
  public void initSqlSessionFactory() {
    ParsedStatements.give(this, super::initSqlSessionFactory);
  }
}
