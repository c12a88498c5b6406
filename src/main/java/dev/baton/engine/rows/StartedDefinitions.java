package dev.baton.engine.rows;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/** Process definitions; instances that a command starts together are of one version. */
public class StartedDefinitions extends ProcessDefinitionManager {
  private final Map<String, ProcessDefinitionEntity> latest = new HashMap<>();

  /** Asked at a start; the deployer asks otherwise. */
  @Override
  public ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
    return latest.computeIfAbsent(key, super::findLatestDefinitionByKey);
  }
}
