package dev.baton.handoff.process;

import dev.baton.engine.Definitions;
import dev.baton.engine.ProcessVariable;
import dev.baton.engine.TaskFields;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * The running process {@code lead-handoff}: its variables and the few things that happen to it from
 * outside. The business key is the handoff's id. A lost race is a {@link
 * ConcurrencyFailureException}, to be run again.
 */
@Component
public class HandoffProcess {
  public static final String KEY = "lead-handoff";
  private static final String RULE_DECIDES = "rule";
  private static final String BY_RULE = "qualifyByRule";

  public static final ProcessVariable<String> LEAD_ID =
      new ProcessVariable<>("leadId", String.class);
  public static final ProcessVariable<String> CHANNEL =
      new ProcessVariable<>("channel", String.class);
  public static final ProcessVariable<Boolean> HAND_RAISE =
      new ProcessVariable<>("handRaise", Boolean.class);
  public static final ProcessVariable<String> COUNTRY =
      new ProcessVariable<>("country", String.class);
  public static final ProcessVariable<String> TEAM = new ProcessVariable<>("team", String.class);
  public static final ProcessVariable<String> OWNER = new ProcessVariable<>("owner", String.class);
  public static final ProcessVariable<String> DECISION =
      new ProcessVariable<>("decision", String.class);
  public static final ProcessVariable<String> REASON =
      new ProcessVariable<>("reason", String.class);
  public static final ProcessVariable<Date> WARN_AT = new ProcessVariable<>("warnAt", Date.class);
  public static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

  /** Which row of the routing table asks for an owner; gone when one is found. */
  public static final ProcessVariable<String> RULE = new ProcessVariable<>("rule", String.class);

  /** What the owner should be able to do; gone when one is found. */
  public static final ProcessVariable<String> SKILL = new ProcessVariable<>("skill", String.class);

  /** Everything that stays in the process: ids, codes and instants, never a person's data. */
  public static final List<ProcessVariable<?>> VARIABLES =
      List.of(
          LEAD_ID, CHANNEL, HAND_RAISE, COUNTRY, TEAM, OWNER, DECISION, REASON, WARN_AT, DUE_AT);

  /** What a person may submit with a task of it. */
  public static final TaskFields FIELDS = TaskFields.of(AnswerSchema.SUBMITTED, VARIABLES);

  private final HandoffTask task;
  private final RuntimeService runtime;
  private final ManagementService jobs;
  private final Definitions definitions;

  HandoffProcess(
      HandoffTask task, RuntimeService runtime, ManagementService jobs, Definitions definitions) {
    this.task = task;
    this.runtime = runtime;
    this.jobs = jobs;
    this.definitions = definitions;
  }

  /**
   * Starts the process in the caller's transaction; its first step runs after that.
   *
   * @param byRule whether no person has to say that the lead is an SQL
   */
  public void start(Handoff handoff, String country, boolean byRule) {
    String reviewer = handoff.policy().implicit() ? "nobody" : "person";
    VariableMap variables =
        Variables.createVariables()
            .putValue(LEAD_ID.name(), handoff.leadId())
            .putValue(CHANNEL.name(), handoff.origin().channel())
            .putValue(HAND_RAISE.name(), handoff.origin().handRaise())
            .putValue(COUNTRY.name(), country)
            .putValue(DECISION.name(), byRule ? RULE_DECIDES : reviewer);
    runtime.startProcessInstanceByKey(KEY, handoff.id(), variables);
  }

  /** Sends the open question to another owner with a fresh clock. */
  public void restart(Handoff handoff) {
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
          if (handoff.mayConfirm() && task.find(handoff, HandoffState.QUALIFICATION).isPresent()) {
            restart
                .cancelAllForActivity(HandoffState.QUALIFICATION.task())
                .startBeforeActivity(HandoffState.QUALIFICATION.slaTask());
          }
          restart.execute();
        });
  }

  /** Whether its model lets a rule decide; a designer's may not. */
  public boolean knowsRule(Handoff handoff) {
    return instance(handoff)
        .filter(running -> definitions.hasElement(running.getProcessDefinitionId(), BY_RULE))
        .isPresent();
  }

  /** A rule decides what a person was asked, or is about to be asked. */
  public void overtake(Handoff handoff) {
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
  public void endLadder(String handoffId) {
    unlessRaced(
        () ->
            runtime
                .createMessageCorrelation("questionAnswered")
                .processInstanceBusinessKey(handoffId)
                .correlateAll());
  }

  /** The handoff has ended as part of another one: its task and its timers go with the process. */
  public void cancel(Handoff handoff, String why) {
    endLadder(handoff.id());
    instance(handoff)
        .ifPresent(
            running ->
                unlessRaced(() -> runtime.deleteProcessInstance(running.getId(), why, true)));
  }

  /** The handoff is another lead's now; so are whatever else a person owes after it. */
  public void follow(Handoff handoff, String leadId) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(handoff.id())
        .list()
        .forEach(
            running ->
                unlessRaced(() -> runtime.setVariable(running.getId(), LEAD_ID.name(), leadId)));
  }

  /** The lead raised its hand while nobody had reviewed it yet. */
  public void raiseHand(Handoff handoff) {
    unlessRaced(
        () ->
            runtime.setVariable(instance(handoff).orElseThrow().getId(), HAND_RAISE.name(), true));
  }

  /** Whether the process waits for a person or has ended, with no step of its own due. */
  public boolean isSettled(String handoffId) {
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

  public boolean isAtTask(Handoff handoff) {
    return task.find(handoff, handoff.state()).isPresent();
  }

  private Optional<ProcessInstance> instance(Handoff handoff) {
    return Optional.ofNullable(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(handoff.id(), KEY)
            .singleResult());
  }

  static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else changed the handoff meanwhile", e);
    }
  }
}
