package dev.baton.handoff.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/**
 * Timer listener that notes, for what follows the timer and for nothing else, whether its question
 * is due soon or overdue: both timers of a question lead to the same place.
 */
@Component
final class NoteTimer implements ExecutionListener {
  private static final String OVERDUE = "${dueAt}";

  @Override
  public void notify(DelegateExecution execution) {
    boolean overdue =
        execution
            .getBpmnModelElementInstance()
            .getChildElementsByType(TimerEventDefinition.class)
            .stream()
            .anyMatch(timer -> OVERDUE.equals(timer.getTimeDate().getTextContent().strip()));
    execution.setVariableLocal("timer", overdue ? "overdue" : "due_soon");
  }
}
