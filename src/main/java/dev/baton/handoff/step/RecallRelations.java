package dev.baton.handoff.step;

import dev.baton.engine.RuleInputs;
import dev.baton.handoff.assignment.AccountRelations;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Listens at the start of "Choose team" and lends it who looks after the company already and what
 * the lead speaks; the loan ends with the task.
 */
@Component
final class RecallRelations implements RuleInputs {
  private final AccountRelations relations;

  RecallRelations(AccountRelations relations) {
    this.relations = relations;
  }

  @Override
  public Map<String, Object> of(String handoffId) {
    return relations.of(handoffId);
  }
}
