package dev.baton.engine.rows;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * Decision tables that rule tasks ask: the versions that the transaction has looked at already. The
 * deployer numbers versions by another method, which reads the database.
 */
public final class EvaluatedTables extends DecisionDefinitionManager {

  @Override
  public DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(
      String key, @Nullable String tenant) {
    return Optional.ofNullable(tenant == null ? parsed(key) : null)
        .orElseGet(() -> super.findLatestDefinitionByKeyAndTenantId(key, tenant));
  }

  /** Null when no node has evaluated it since it was deployed: the engine reads it. */
  private static @Nullable DecisionDefinitionEntity parsed(String key) {
    return new VersionsInForce(Context.getProcessEngineConfiguration().getDataSource())
        .keptId(key)
        .map(
            Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .getDecisionDefinitionCache()
                ::get)
        .orElse(null);
  }
}
