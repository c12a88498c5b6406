package dev.baton.engine;

import dev.baton.engine.rows.JoinedStarts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Gateway to the running instances of all processes, each known by its process and its business
 * key. A change that loses a race is a {@link ConcurrencyFailureException}, to be run again.
 */
@Component
public class ProcessInstances {
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService jobs;
  private final Definitions definitions;
  private final JoinedStarts starts;

  ProcessInstances(
      RuntimeService runtime,
      TaskService tasks,
      ManagementService jobs,
      Definitions definitions,
      ProcessEngine engine) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.jobs = jobs;
    this.definitions = definitions;
    this.starts = new JoinedStarts(engine);
  }

  /** An instance that runs from the caller's transaction on; its first step runs after that. */
  public Start start(String process, String businessKey) {
    return new Start(runtime.createProcessInstanceByKey(process).businessKey(businessKey), starts);
  }

  /** The one that goes on; none when it is suspended, or one of several. */
  public Optional<RunningProcess> find(String process, String businessKey) {
    List<ProcessInstance> found = instances(process, businessKey);
    return found.size() == 1 && !found.get(0).isSuspended()
        ? Optional.of(running(found.get(0)))
        : Optional.empty();
  }

  /** The instances of one process with a business key; there should be one at most. */
  public List<RunningProcess> all(String process, String businessKey) {
    return instances(process, businessKey).stream().map(this::running).toList();
  }

  /**
   * The task of the latest version whose answer is recorded by a step with this value of a
   * parameter, and the rule task in front of it.
   */
  public Optional<ProcessJump> question(String process, String parameter, String value) {
    return definitions.question(process, parameter, value);
  }

  private List<ProcessInstance> instances(String process, String businessKey) {
    starts.run();
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey, process)
        .list();
  }

  /** The instances of all processes with a business key. */
  public List<RunningProcess> all(String businessKey) {
    starts.run();
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .map(this::running)
        .toList();
  }

  private RunningProcess running(ProcessInstance instance) {
    return new RunningProcess(instance, runtime, tasks, jobs, definitions);
  }

  /** Whatever waits for a message hears it; nobody has to. */
  public void tell(String message, String businessKey) {
    starts.run();
    RunningProcess.unlessRaced(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlateAll());
  }

  /** The same but for one instance, which can't hear anything while it is run. */
  public void tellOthers(String instanceId, String message, String businessKey) {
    runtime
        .createExecutionQuery()
        .messageEventSubscriptionName(message)
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .filter(waiting -> !waiting.getProcessInstanceId().equals(instanceId))
        .forEach(
            waiting ->
                RunningProcess.unlessRaced(
                    () -> runtime.messageEventReceived(message, waiting.getId())));
  }

  /** The same, and a variable goes with it. */
  public <T> void tell(String message, String businessKey, ProcessVariable<T> variable, T value) {
    starts.run();
    RunningProcess.unlessRaced(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariable(variable.name(), value)
                .correlateAll());
  }

  /** An instance before its start. */
  public static final class Start {
    private final ProcessInstantiationBuilder start;
    private final JoinedStarts joined;
    private @Nullable Instant notBefore;

    private Start(ProcessInstantiationBuilder start, JoinedStarts joined) {
      this.start = start;
      this.joined = joined;
    }

    public <T> Start with(ProcessVariable<T> variable, @Nullable T value) {
      start.setVariable(variable.name(), value);
      return this;
    }

    /** Begins before this element instead of at the start; the first step runs at once. */
    public Start before(String element) {
      start.startBeforeActivity(element);
      return this;
    }

    /** Its first step waits until then; only for a start that is joined. */
    public Start notBefore(Instant instant) {
      notBefore = instant;
      return this;
    }

    public void run() {
      start.execute();
    }

    /** Begins together with others of the transaction, before anybody looks for it. */
    public void join() {
      Instant waits = notBefore;
      joined.add(
          () -> {
            ProcessInstance started = start.execute();
            if (waits != null) {
              JoinedStarts.delay(started.getId(), waits);
            }
          });
    }
  }
}
