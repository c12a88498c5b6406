package dev.baton.engine;

import dev.baton.engine.deploy.ModelHashes;
import dev.baton.engine.rows.VersionsInForce;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Decision tables as they are deployed: which version of each is in force is one look in the
 * database, so that a deployment or a deletion on any node counts at once; their parsed forms are
 * kept in memory, since a definition never changes.
 */
final class DeployedTables {
  private final ProcessEngineConfigurationImpl engine;
  private final VersionsInForce versions;
  private final ModelHashes hashes;
  private final Map<String, Decisions.Table> parsed = new ConcurrentHashMap<>();
  private volatile Hashed hashed = new Hashed(Map.of(), ModelHashes.NONE);

  private record Hashed(Map<String, VersionsInForce.Version> versions, String hash) {}

  DeployedTables(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.versions = new VersionsInForce(this.engine.getDataSource());
    this.hashes = new ModelHashes(JdbcClient.create(this.engine.getDataSource()));
  }

  private static final class Look extends ResourceHolderSupport {
    private final DecisionSnapshot tables;

    Look(DecisionSnapshot tables) {
      this.tables = tables;
    }
  }

  /** The same for a whole transaction, unless that deploys or deletes something itself. */
  DecisionSnapshot inForce() {
    if (!VersionsInForce.isKept()) {
      return look();
    }
    Look known = (Look) TransactionSynchronizationManager.getResource(this);
    return known != null ? known.tables : bound(new Look(look())).tables;
  }

  private Look bound(Look look) {
    TransactionSynchronizationManager.bindResource(this, look);
    TransactionSynchronizationManager.registerSynchronization(
        new ResourceHolderSynchronization<>(look, this) {});
    return look;
  }

  private DecisionSnapshot look() {
    Map<String, VersionsInForce.Version> latest = versions.latest();
    forgetAllBut(latest);
    return new DecisionSnapshot(
        table -> table(table, latest.get(VersionsInForce.table(table))), () -> hash(latest));
  }

  private String hash(Map<String, VersionsInForce.Version> latest) {
    Hashed last = hashed;
    if (!last.versions().equals(latest)) {
      last = new Hashed(latest, hashes.of(ids(latest)));
      hashed = last;
    }
    return last.hash();
  }

  private static Map<String, String> ids(Map<String, VersionsInForce.Version> latest) {
    return latest.values().stream()
        .collect(Collectors.toMap(VersionsInForce.Version::model, VersionsInForce.Version::id));
  }

  private void forgetAllBut(Map<String, VersionsInForce.Version> latest) {
    if (parsed.size() > latest.keySet().stream().filter(VersionsInForce::isTable).count()) {
      parsed
          .keySet()
          .retainAll(
              latest.values().stream()
                  .map(VersionsInForce.Version::id)
                  .collect(Collectors.toSet()));
    }
  }

  private Decisions.Table table(String key, VersionsInForce.@Nullable Version latest) {
    if (latest == null) {
      throw notDeployed(key);
    }
    Decisions.Table known = parsed.get(latest.id());
    if (known == null) {
      known = parse(key, latest);
      parsed.put(latest.id(), known);
    }
    return known;
  }

  // No authorization check: a rule isn't a person's read.
  private Decisions.Table parse(String key, VersionsInForce.Version latest) {
    return parse(engine, key, latest.id(), latest.number());
  }

  static Decisions.Table parse(
      ProcessEngineConfigurationImpl engine, String key, String id, int version) {
    try {
      DecisionDefinitionEntity definition =
          engine
              .getCommandExecutorTxRequired()
              .execute(
                  context -> engine.getDeploymentCache().findDeployedDecisionDefinitionById(id));
      return Decisions.Table.of(version, definition, Decisions.FAST);
    } catch (DecisionDefinitionNotFoundException deleted) {
      throw notDeployed(key);
    }
  }

  static DecisionFailure notDeployed(String key) {
    return new DecisionFailure(key, null, "isn't deployed");
  }
}
