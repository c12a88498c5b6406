package dev.baton.review;

import dev.baton.handoff.Var;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * The running processes {@code handoff-review} and {@code decision-follow-up}: their variables and
 * what happens to them from outside. The business key is the id of the review or of the decision.
 */
@Component
public class ReviewProcess {
  static final String REVIEW = "handoff-review";
  static final String DECISION = "decision-follow-up";

  public static final Var<String> REVIEW_ID = new Var<>("reviewId", String.class);
  public static final Var<Date> NEXT_REVIEW_DUE_AT = new Var<>("nextReviewDueAt", Date.class);
  public static final Var<String> OWNER = new Var<>("owner", String.class);
  public static final Var<String> TEAM = new Var<>("team", String.class);
  public static final Var<Date> WARN_AT = new Var<>("warnAt", Date.class);
  public static final Var<Date> DUE_AT = new Var<>("dueAt", Date.class);

  /** Everything that stays in the processes: ids and instants. */
  public static final List<Var<?>> VARIABLES =
      List.of(REVIEW_ID, NEXT_REVIEW_DUE_AT, OWNER, TEAM, WARN_AT, DUE_AT);

  /** What a person may submit; anything else of a body goes nowhere near the process. */
  public static final Set<String> SUBMITTED =
      Stream.concat(
              Stream.of(Minutes.NOTES, Minutes.DECISIONS, Minutes.ATTENDED),
              Stream.of(ReviewSchema.HOLD, ReviewSchema.CLOSE)
                  .flatMap(form -> form.names().stream()))
          .collect(Collectors.toUnmodifiableSet());

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService jobs;

  ReviewProcess(RuntimeService runtime, TaskService tasks, ManagementService jobs) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.jobs = jobs;
  }

  /** Waits for its day from now on, in the caller's transaction. */
  void start(String reviewId, Instant slotAt) {
    runtime.startProcessInstanceByKey(
        REVIEW,
        reviewId,
        Variables.createVariables()
            .putValue(REVIEW_ID.name(), reviewId)
            .putValue(NEXT_REVIEW_DUE_AT.name(), Date.from(slotAt)));
  }

  /** Somebody is to carry out what was decided. */
  void start(AgreedDecision decision) {
    runtime.startProcessInstanceByKey(
        DECISION,
        decision.id(),
        Variables.createVariables()
            .putValue(REVIEW_ID.name(), decision.reviewId())
            .putValue(OWNER.name(), decision.owner())
            .putValue(TEAM.name(), "managers")
            .putValue(WARN_AT.name(), Date.from(decision.warnAt()))
            .putValue(DUE_AT.name(), Date.from(decision.dueAt())));
  }

  boolean isRunning(String reviewId) {
    return instance(reviewId).isPresent();
  }

  /** Its day is another one; an instant that is past opens it at once. */
  void move(String reviewId, Instant to) {
    unlessRaced(
        () ->
            instance(reviewId)
                .ifPresent(
                    running -> {
                      runtime.setVariable(
                          running.getId(), NEXT_REVIEW_DUE_AT.name(), Date.from(to));
                      jobs
                          .createJobQuery()
                          .processInstanceId(running.getId())
                          .timers()
                          .list()
                          .stream()
                          .forEach(job -> jobs.setJobDuedate(job.getId(), Date.from(to)));
                    }));
  }

  /** Nobody holds it any more. */
  void cancel(String reviewId, String why) {
    unlessRaced(
        () ->
            instance(reviewId)
                .ifPresent(running -> runtime.deleteProcessInstance(running.getId(), why, true)));
  }

  /** Completes the open task as Tasklist does; the step behind it checks what was said. */
  void complete(String businessKey, String taskName, Map<String, Object> fields, String by) {
    Task open =
        Optional.ofNullable(
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .taskDefinitionKey(taskName)
                    .singleResult())
            .orElseThrow(
                () -> new ConcurrencyFailureException("The process is on its way to this task"));
    VariableMap variables = Variables.createVariables();
    fields.forEach(
        (name, value) -> {
          if (SUBMITTED.contains(name)) {
            variables.putValueTyped(name, Variables.untypedValue(value, true));
          }
        });
    variables.putValueTyped(Minutes.BY, Variables.untypedValue(by, true));
    unlessRaced(
        () -> {
          try {
            tasks.complete(open.getId(), variables);
          } catch (OptimisticLockingException e) {
            throw e;
          } catch (ProcessEngineException e) {
            throw Refused.in(e).<RuntimeException>map(refused -> refused).orElse(e);
          }
        });
  }

  private Optional<ProcessInstance> instance(String reviewId) {
    return Optional.ofNullable(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(reviewId, REVIEW)
            .singleResult());
  }

  private static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("The process has gone on meanwhile", e);
    }
  }
}
