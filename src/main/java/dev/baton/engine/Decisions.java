package dev.baton.engine;

import dev.baton.engine.feel.CachingFeelEngineFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Evaluates the latest deployed version of a decision table by its id, outside the engine's
 * recorded decision history: our own facts are the record, and recording costs a hundred times the
 * decision.
 */
@Component
public class Decisions {

  /** A parsed table and which deployment of it this is. */
  record Table(int version, DmnDecision decision) {}

  private final Function<String, Table> latest;
  private final DmnEngine dmn;

  @Autowired
  public Decisions(ProcessEngine engine) {
    this(table -> latest(engine, table), fast());
  }

  Decisions(Function<String, Table> latest, DmnEngine dmn) {
    this.latest = latest;
    this.dmn = dmn;
  }

  /**
   * Evaluates a table.
   *
   * @return one map of outputs a matched rule, in the table's order; empty when none matched
   * @throws DecisionFailure when it doesn't answer, or no such table is deployed
   */
  public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
    return inForce().evaluate(table, inputs);
  }

  /** The same as rows, whose outputs have types. */
  public List<DecisionRow> rows(String table, Map<String, Object> inputs) {
    return inForce().rows(table, inputs);
  }

  /**
   * The first row that answers.
   *
   * @throws DecisionFailure when none does: an answer is owed
   */
  public DecisionRow row(String table, Map<String, Object> inputs) {
    return inForce().row(table, inputs);
  }

  /** The version of a table that is in force. */
  public int version(String table) {
    return latest.apply(table).version();
  }

  /** The tables in force now, for one judgement of many questions. */
  public DecisionSnapshot inForce() {
    return new DecisionSnapshot(latest, dmn);
  }

  /** Tables speak FEEL only: an expression or script language could run code in the JVM. */
  static DmnEngine fast() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(new CachingFeelEngineFactory());
    configuration.getCustomPostDecisionTableEvaluationListeners().add(TableQuestion::evaluated);
    configuration.setScriptEngineResolver(language -> null);
    configuration.setElProvider(
        expression -> {
          throw new IllegalStateException("Decision tables speak FEEL only: " + expression);
        });
    return configuration.buildEngine();
  }

  // One indexed select finds the latest version on every node; its parsed form comes from the
  // engine's own cache by definition id. No authorization check: a rule isn't a person's read.
  private static Table latest(ProcessEngine engine, String table) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    Table latest =
        configuration
            .getCommandExecutorTxRequired()
            .execute(context -> latest(configuration.getDeploymentCache(), table));
    if (latest == null) {
      throw new DecisionFailure(table, null, "isn't deployed");
    }
    return latest;
  }

  private static @Nullable Table latest(DeploymentCache deployed, String table) {
    try {
      var definition =
          (DecisionDefinitionEntity)
              deployed.findDeployedLatestDecisionDefinitionByKeyAndTenantId(table, null);
      return new Table(definition.getVersion(), definition);
    } catch (DecisionDefinitionNotFoundException unknown) {
      return null;
    }
  }
}
