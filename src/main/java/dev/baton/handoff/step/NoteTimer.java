package dev.baton.handoff.step;

import dev.baton.engine.Definitions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Timer listener that notes, for what follows the timer and for nothing else, whether its question
 * is due soon or overdue: both timers of a question lead to the same place.
 */
@Component
final class NoteTimer implements ExecutionListener {
  private static final String DEADLINE = "${dueAt}";

  private final Definitions definitions;

  NoteTimer(Definitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String instant =
        definitions.waitsFor(execution.getProcessDefinitionId(), execution.getCurrentActivityId());
    execution.setVariableLocal("timer", instant.equals(DEADLINE) ? "overdue" : "due_soon");
  }
}
