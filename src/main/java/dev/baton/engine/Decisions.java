package dev.baton.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Evaluates the latest deployed version of a decision table by its id. */
@Component
public class Decisions {
  private final DecisionService decisions;
  private final RepositoryService repository;

  Decisions(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  /**
   * Evaluates a table.
   *
   * @return one map of outputs a matched rule, in the table's order; empty when none matched
   */
  public List<Map<String, Object>> evaluate(String table, Map<String, Object> inputs) {
    return decisions.evaluateDecisionTableByKey(table, inputs).getResultList();
  }

  /** The version of a table that is in force. */
  public int version(String table) {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(table)
        .latestVersion()
        .singleResult()
        .getVersion();
  }
}
