package dev.baton.handoff;

import dev.baton.engine.Definitions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * The running process {@code lead-handoff}: its variables and the few things that happen to it from
 * outside. The business key is the handoff's id. A lost race is a {@link
 * ConcurrencyFailureException}, to be run again.
 */
@Component
public class HandoffProcess {
  static final String KEY = "lead-handoff";
  private static final String RULE_DECIDES = "rule";
  private static final String BY_RULE = "qualifyByRule";

  public static final Var<String> LEAD_ID = new Var<>("leadId", String.class);
  public static final Var<String> CHANNEL = new Var<>("channel", String.class);
  public static final Var<Boolean> HAND_RAISE = new Var<>("handRaise", Boolean.class);
  public static final Var<String> COUNTRY = new Var<>("country", String.class);
  public static final Var<String> TEAM = new Var<>("team", String.class);
  public static final Var<String> OWNER = new Var<>("owner", String.class);
  public static final Var<String> DECISION = new Var<>("decision", String.class);
  public static final Var<String> REASON = new Var<>("reason", String.class);
  public static final Var<Date> WARN_AT = new Var<>("warnAt", Date.class);
  public static final Var<Date> DUE_AT = new Var<>("dueAt", Date.class);

  /** Which row of the routing table asks for an owner; gone when one is found. */
  public static final Var<String> RULE = new Var<>("rule", String.class);

  /** What the owner should be able to do; gone when one is found. */
  public static final Var<String> SKILL = new Var<>("skill", String.class);

  /** Everything that stays in the process: ids, codes and instants, never a person's data. */
  public static final List<Var<?>> VARIABLES =
      List.of(
          LEAD_ID, CHANNEL, HAND_RAISE, COUNTRY, TEAM, OWNER, DECISION, REASON, WARN_AT, DUE_AT);

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService jobs;
  private final Definitions definitions;

  HandoffProcess(
      RuntimeService runtime, TaskService tasks, ManagementService jobs, Definitions definitions) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.jobs = jobs;
    this.definitions = definitions;
  }

  /**
   * Starts the process in the caller's transaction; its first step runs after that.
   *
   * @param byRule whether no person has to say that the lead is an SQL
   */
  void start(Handoff handoff, String country, boolean byRule) {
    String reviewer = handoff.policy().implicit() ? "nobody" : "person";
    VariableMap variables =
        Variables.createVariables()
            .putValue(LEAD_ID.name(), handoff.leadId())
            .putValue(CHANNEL.name(), handoff.channel())
            .putValue(HAND_RAISE.name(), handoff.handRaise())
            .putValue(COUNTRY.name(), country)
            .putValue(DECISION.name(), byRule ? RULE_DECIDES : reviewer);
    runtime.startProcessInstanceByKey(KEY, handoff.id(), variables);
  }

  /**
   * Answers an open question; the step behind the task decides whether the answer is good.
   *
   * @return false when the process has not come to the task yet
   */
  boolean complete(Handoff handoff, State question, Map<String, Object> fields, String by) {
    Optional<Task> task = task(handoff, question);
    if (task.isEmpty()) {
      return false;
    }
    VariableMap variables = Variables.createVariables();
    fields.forEach(
        (name, value) -> {
          if (AnswerSchema.SUBMITTED.contains(name)) {
            variables.putValueTyped(name, typed(name, value));
          }
        });
    variables.putValueTyped(AnswerFields.BY, Variables.untypedValue(by, true));
    unlessRaced(() -> tasks.complete(task.get().getId(), variables));
    return true;
  }

  /** What the process declares stays, as text; the rest passes through and is gone. */
  public static TypedValue typed(String name, Object value) {
    return VARIABLES.stream().anyMatch(v -> v.name().equals(name))
        ? Variables.stringValue(value == null ? null : value.toString())
        : Variables.untypedValue(value, true);
  }

  /** Makes somebody the assignee of the open question; false when the process isn't there yet. */
  boolean claim(Handoff handoff, String by) {
    Optional<Task> task = task(handoff);
    task.ifPresent(open -> unlessRaced(() -> claim(open.getId(), by)));
    return task.isPresent();
  }

  /** The engine wraps what a task listener refuses. */
  private void claim(String task, String by) {
    try {
      tasks.claim(task, by);
    } catch (ProcessEngineException e) {
      throw AnswerRefused.in(e).<RuntimeException>map(refused -> refused).orElse(e);
    }
  }

  /** Sends the open question to another owner with a fresh clock. */
  void restart(Handoff handoff) {
    String instance = instance(handoff).orElseThrow().getId();
    unlessRaced(
        () -> {
          runtime.setVariable(instance, OWNER.name(), handoff.owner());
          runtime.setVariable(instance, TEAM.name(), handoff.team());
          var restart =
              runtime
                  .createProcessInstanceModification(instance)
                  .cancelAllForActivity(handoff.state().task())
                  .startBeforeActivity(handoff.state().slaTask());
          if (handoff.mayConfirm() && task(handoff, State.QUALIFICATION).isPresent()) {
            restart
                .cancelAllForActivity(State.QUALIFICATION.task())
                .startBeforeActivity(State.QUALIFICATION.slaTask());
          }
          restart.execute();
        });
  }

  /** Whether its model lets a rule decide; a designer's may not. */
  boolean knowsRule(Handoff handoff) {
    return instance(handoff)
        .filter(running -> definitions.hasElement(running.getProcessDefinitionId(), BY_RULE))
        .isPresent();
  }

  /** A rule decides what a person was asked, or is about to be asked. */
  void overtake(Handoff handoff) {
    String instance = instance(handoff).orElseThrow().getId();
    unlessRaced(
        () -> {
          if (isAtTask(handoff)) {
            runtime
                .createProcessInstanceModification(instance)
                .cancelAllForActivity(handoff.state().task())
                .startBeforeActivity(BY_RULE)
                .execute();
          } else {
            runtime.setVariable(instance, DECISION.name(), RULE_DECIDES);
          }
        });
  }

  /** Nothing is left to escalate; without a ladder nothing happens. */
  void endLadder(String handoffId) {
    unlessRaced(
        () ->
            runtime
                .createMessageCorrelation("questionAnswered")
                .processInstanceBusinessKey(handoffId)
                .correlateAll());
  }

  /** The handoff has ended as part of another one: its task and its timers go with the process. */
  void cancel(Handoff handoff, String why) {
    endLadder(handoff.id());
    instance(handoff)
        .ifPresent(
            running ->
                unlessRaced(() -> runtime.deleteProcessInstance(running.getId(), why, true)));
  }

  /** The handoff is another lead's now; so are whatever else a person owes after it. */
  void follow(Handoff handoff, String leadId) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(handoff.id())
        .list()
        .forEach(
            running ->
                unlessRaced(() -> runtime.setVariable(running.getId(), LEAD_ID.name(), leadId)));
  }

  /** The lead raised its hand while nobody had reviewed it yet. */
  void raiseHand(Handoff handoff) {
    unlessRaced(
        () ->
            runtime.setVariable(instance(handoff).orElseThrow().getId(), HAND_RAISE.name(), true));
  }

  /** Moves the due instant of the open question and of its timers. */
  void moveDue(Handoff handoff, Instant warnAt, Instant dueAt) {
    task(handoff)
        .ifPresent(
            task ->
                unlessRaced(
                    () -> {
                      // like StartClock: without a reminder its timer waits for the due instant
                      Date warn = Date.from(warnAt == null ? dueAt : warnAt);
                      runtime.setVariable(task.getProcessInstanceId(), WARN_AT.name(), warn);
                      runtime.setVariable(
                          task.getProcessInstanceId(), DUE_AT.name(), Date.from(dueAt));
                      task.setDueDate(Date.from(dueAt));
                      tasks.saveTask(task);
                      moveTimer(task, handoff.state().overdueTimer(), Date.from(dueAt));
                      moveTimer(task, handoff.state().dueSoonTimer(), warn);
                    }));
  }

  /** Shows on the open question when the lead is to be tried again; null: not planned. */
  void followUp(Handoff handoff, Instant nextAttempt) {
    task(handoff)
        .ifPresent(
            task ->
                unlessRaced(
                    () -> {
                      task.setFollowUpDate(nextAttempt == null ? null : Date.from(nextAttempt));
                      tasks.saveTask(task);
                    }));
  }

  private void moveTimer(Task task, String timer, Date to) {
    jobs.createJobQuery()
        .processInstanceId(task.getProcessInstanceId())
        .activityId(timer)
        .list()
        .forEach(job -> jobs.setJobDuedate(job.getId(), to));
  }

  /** Whether the process waits for a person or has ended, with no step of its own due. */
  boolean isSettled(String handoffId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(handoffId, KEY)
        .list()
        .stream()
        .allMatch(
            instance ->
                jobs.createJobQuery()
                        .processInstanceId(instance.getId())
                        .messages()
                        .withRetriesLeft()
                        .count()
                    == 0);
  }

  boolean isAtTask(Handoff handoff) {
    return task(handoff).isPresent();
  }

  private Optional<Task> task(Handoff handoff) {
    return task(handoff, handoff.state());
  }

  private Optional<Task> task(Handoff handoff, State question) {
    return Optional.ofNullable(
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(handoff.id())
            .taskDefinitionKey(question.task())
            .singleResult());
  }

  private Optional<ProcessInstance> instance(Handoff handoff) {
    return Optional.ofNullable(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(handoff.id(), KEY)
            .singleResult());
  }

  private static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else changed the handoff meanwhile", e);
    }
  }
}
