package dev.baton.engine;

import dev.baton.engine.gate.DeploymentGate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;

/** Deployment of a model that the gate refuses, as it came in before the gate learned its rule. */
public final class UngatedDeployment {
  private UngatedDeployment() {}

  /** Deploys a shipped table with a change; returns the deployment's id. */
  public static String of(ProcessEngine engine, String table, String from, String to) {
    String xml = FileDecisions.xml(table);
    if (!xml.contains(from)) {
      throw new IllegalArgumentException(table + " has no " + from);
    }
    return of(engine, table + ".dmn", xml.replace(from, to));
  }

  /** Deploys a file as it stands; returns the deployment's id. */
  public static String of(ProcessEngine engine, String file, String content) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    DeploymentCache cache = configuration.getDeploymentCache();
    cache.setDeployers(
        configuration.getDeployers().stream()
            .filter(deployer -> !(deployer instanceof DeploymentGate))
            .toList());
    try {
      return engine
          .getRepositoryService()
          .createDeployment()
          .addString(file, content)
          .deploy()
          .getId();
    } finally {
      cache.setDeployers(configuration.getDeployers());
    }
  }
}
