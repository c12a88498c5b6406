package dev.baton.engine;

import dev.baton.engine.deploy.ModelHashes;
import dev.baton.engine.guard.DeploymentChanges;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
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
  private static final String TABLE = "DECISION ";

  /** Processes and forms too: with the tables they are what judges (rule R21). */
  private static final String IN_FORCE =
      """
      select 'DECISION' as kind, KEY_, ID_, VERSION_
        from ACT_RE_DECISION_DEF where TENANT_ID_ is null
      union all
      select 'PROCESS' as kind, KEY_, ID_, VERSION_
        from ACT_RE_PROCDEF where TENANT_ID_ is null
      union all
      select 'FORM' as kind, KEY_, ID_, VERSION_
        from ACT_RE_CAMFORMDEF where TENANT_ID_ is null
      """;

  private final ProcessEngineConfigurationImpl engine;
  private final JdbcClient db;
  private final DmnEngine dmn;
  private final ModelHashes hashes;
  private final Map<String, Decisions.Table> parsed = new ConcurrentHashMap<>();

  DeployedTables(ProcessEngine engine, DmnEngine dmn) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.db = JdbcClient.create(this.engine.getDataSource());
    this.hashes = new ModelHashes(db);
    this.dmn = dmn;
  }

  /** The version in force of one model. */
  private record Latest(String kind, String key, String id, int version) {
    String model() {
      return kind + " " + key;
    }
  }

  private static final class Look extends ResourceHolderSupport {
    private final DecisionSnapshot tables;

    Look(DecisionSnapshot tables) {
      this.tables = tables;
    }
  }

  /** The same for a whole transaction, unless that deploys or deletes something itself. */
  DecisionSnapshot inForce() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()
        || DeploymentChanges.inTransaction()) {
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
    Map<String, Latest> latest =
        db
            .sql(IN_FORCE)
            .query(
                (rs, row) ->
                    new Latest(
                        rs.getString("KIND"),
                        rs.getString("KEY_"),
                        rs.getString("ID_"),
                        rs.getInt("VERSION_")))
            .list()
            .stream()
            .collect(
                Collectors.toMap(
                    Latest::model,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparing(Latest::version))));
    forgetAllBut(latest);
    return new DecisionSnapshot(
        table -> table(table, latest.get(TABLE + table)), () -> hash(latest), dmn);
  }

  private String hash(Map<String, Latest> latest) {
    return hashes.of(latest.values().stream().collect(Collectors.toMap(Latest::model, Latest::id)));
  }

  private void forgetAllBut(Map<String, Latest> latest) {
    if (parsed.size() > latest.keySet().stream().filter(key -> key.startsWith(TABLE)).count()) {
      parsed
          .keySet()
          .retainAll(latest.values().stream().map(Latest::id).collect(Collectors.toSet()));
    }
  }

  private Decisions.Table table(String key, @Nullable Latest latest) {
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
  private Decisions.Table parse(String key, Latest latest) {
    return parse(engine, dmn, key, latest.id(), latest.version());
  }

  static Decisions.Table parse(
      ProcessEngineConfigurationImpl engine, DmnEngine dmn, String key, String id, int version) {
    try {
      DecisionDefinitionEntity definition =
          engine
              .getCommandExecutorTxRequired()
              .execute(
                  context -> engine.getDeploymentCache().findDeployedDecisionDefinitionById(id));
      return Decisions.Table.of(version, definition, dmn);
    } catch (DecisionDefinitionNotFoundException deleted) {
      throw notDeployed(key);
    }
  }

  static DecisionFailure notDeployed(String key) {
    return new DecisionFailure(key, null, "isn't deployed");
  }
}
