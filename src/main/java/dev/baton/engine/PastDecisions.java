package dev.baton.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** Reads which versions of decision tables were in force when. */
@Component
public class PastDecisions {
  private final ProcessEngineConfigurationImpl engine;

  PastDecisions(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  /** All versions that are deployed now; a deployment that was deleted is forgotten. */
  public TableVersions versions() {
    List<TableVersions.Version> all =
        engine
            .getCommandExecutorTxRequired()
            .execute(context -> context.runWithoutAuthorization(this::read));
    return new TableVersions(
        all,
        version -> DeployedTables.parse(engine, version.key(), version.id(), version.number()));
  }

  private List<TableVersions.Version> read() {
    RepositoryService repository = engine.getRepositoryService();
    Map<String, Instant> deployedAt =
        repository.createDeploymentQuery().unlimitedList().stream()
            .collect(
                Collectors.toMap(Deployment::getId, made -> made.getDeploymentTime().toInstant()));
    return repository.createDecisionDefinitionQuery().withoutTenantId().unlimitedList().stream()
        .map(
            table ->
                new TableVersions.Version(
                    table.getKey(),
                    table.getId(),
                    table.getVersion(),
                    deployedAt.getOrDefault(table.getDeploymentId(), Instant.EPOCH)))
        .toList();
  }
}
