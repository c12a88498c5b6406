package dev.baton.engine;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** Settings of an engine in memory that needn't read the engine's SQL again, nor tidy up. */
public class InMemoryEngine extends StandaloneInMemProcessEngineConfiguration {
  public InMemoryEngine() {
    setDatabaseSchemaUpdate("create");
  }

  @Override
  public void initSqlSessionFactory() {
    ParsedStatements.give(this, super::initSqlSessionFactory);
  }
}
