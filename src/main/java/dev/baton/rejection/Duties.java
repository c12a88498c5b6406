package dev.baton.rejection;

import dev.baton.handoff.HandoffProcess;
import dev.baton.input.ApiProblem;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What people owe after a no, each a process of its own beside the handoff's, with its business
 * key: an answer of marketing, another contact, the other record of a duplicate.
 */
@Component
class Duties {
  static final String FOLLOW_UP = "rejection-follow-up";
  static final String FIND_CONTACT = "find-contact";
  static final String MERGE_DUPLICATE = "merge-duplicate";

  private final RuntimeService runtime;
  private final TaskService tasks;

  Duties(RuntimeService runtime, TaskService tasks) {
    this.runtime = runtime;
    this.tasks = tasks;
  }

  /**
   * Who owes it, by when.
   *
   * @param decision what the process begins with, or null
   */
  record Duty(String owner, String team, Instant warnAt, Instant dueAt, String decision) {}

  /** Starts in the caller's transaction; the first step runs after it. */
  void start(String process, String handoffId, String leadId, Duty duty) {
    VariableMap variables =
        Variables.createVariables()
            .putValue(HandoffProcess.LEAD_ID.name(), leadId)
            .putValue(HandoffProcess.OWNER.name(), duty.owner())
            .putValue(HandoffProcess.TEAM.name(), duty.team())
            .putValue(HandoffProcess.WARN_AT.name(), Date.from(duty.warnAt()))
            .putValue(HandoffProcess.DUE_AT.name(), Date.from(duty.dueAt()))
            .putValue(HandoffProcess.DECISION.name(), duty.decision());
    runtime.startProcessInstanceByKey(process, handoffId, variables);
  }

  /** Completes a task as Tasklist does; the step behind it checks what was said. */
  void complete(String handoffId, String task, Map<String, Object> fields, String by) {
    Task open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(handoffId)
            .taskDefinitionKey(task)
            .singleResult();
    if (open == null) {
      throw new ConcurrencyFailureException("The process is on its way to this question");
    }
    VariableMap variables = Variables.createVariables();
    ReplyFields.SUBMITTED.stream()
        .filter(fields::containsKey)
        .forEach(
            name -> variables.putValueTyped(name, HandoffProcess.typed(name, fields.get(name))));
    variables.putValueTyped(ReplyFields.BY, Variables.untypedValue(by, true));
    try {
      tasks.complete(open.getId(), variables);
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else answered meanwhile", e);
    } catch (ProcessEngineException e) {
      throw ApiProblem.in(e).<RuntimeException>map(problem -> problem).orElse(e);
    }
  }
}
