package dev.baton.engine.rehearsal;

import dev.baton.engine.deploy.ModelFile;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine of a rehearsal: which models are in force on it, what is due, what was passed. */
public final class RehearsalEngine {
  /** A model that goes round in circles is stopped after so many jobs. */
  private static final int MOST_JOBS = 2_000;

  /** Of timers due at one instant the older is run first, as far as they are in sight. */
  private static final int IN_SIGHT = 20;

  /** A process that is brought to where another one waits doesn't go in a circle. */
  private static final int MOST_RUNGS = 10;

  private final RepositoryService models;
  private final RuntimeService processes;
  private final ManagementService jobs;
  private final HistoryService history;
  private final JdbcClient db;
  private final Map<String, Deployed> inForce = new HashMap<>();
  private int most = MOST_JOBS;
  private @Nullable Job next;
  private int done;

  private record Deployed(String content, String deployment) {}

  RehearsalEngine(ProcessEngine engine) {
    models = engine.getRepositoryService();
    processes = engine.getRuntimeService();
    jobs = engine.getManagementService();
    history = engine.getHistoryService();
    db = JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource());
  }

  /** Puts these models in force, and no others; nothing may run. */
  public void use(Collection<ModelFile> files) {
    Set<String> names = files.stream().map(ModelFile::name).collect(Collectors.toSet());
    Set<String> gone =
        inForce.keySet().stream()
            .filter(name -> !names.contains(name))
            .collect(Collectors.toUnmodifiableSet());
    List<ModelFile> changed = files.stream().filter(this::isNew).toList();
    if (!gone.isEmpty()) {
      // one deployment may hold files that stay: they are deployed again
      inForce.values().stream()
          .map(Deployed::deployment)
          .distinct()
          .forEach(deployment -> models.deleteDeployment(deployment, true));
      inForce.clear();
      changed = List.copyOf(files);
    }
    if (!changed.isEmpty()) {
      DeploymentBuilder deployment = models.createDeployment();
      changed.forEach(
          file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
      String id = deployment.deploy().getId();
      changed.forEach(file -> inForce.put(file.name(), new Deployed(file.content(), id)));
    }
  }

  private boolean isNew(ModelFile file) {
    Deployed deployed = inForce.get(file.name());
    return deployed == null || !deployed.content().equals(file.content());
  }

  /**
   * Runs the steps that wait for nothing.
   *
   * @throws StepFailed when one fails, or when there is no end to them
   */
  public void runSteps() {
    for (List<Job> due = messages(); !due.isEmpty(); due = messages()) {
      due.forEach(this::run);
    }
  }

  private List<Job> messages() {
    return jobs.createJobQuery().messages().withRetriesLeft().list();
  }

  /** When the next timer is due. */
  public Optional<Instant> nextTimer() {
    next = timer().orElse(null);
    return Optional.ofNullable(next).map(RehearsalEngine::due);
  }

  /** Runs the timer that {@link #nextTimer} has found. */
  public void runTimer() {
    Job found = next;
    next = null;
    if (found != null) {
      run(found);
      runSteps();
    }
  }

  private Optional<Job> timer() {
    return jobs
        .createJobQuery()
        .timers()
        .withRetriesLeft()
        .orderByJobDuedate()
        .asc()
        .listPage(0, IN_SIGHT)
        .stream()
        .filter(timer -> timer.getProcessInstanceId() != null)
        .min(Comparator.comparing(RehearsalEngine::due).thenComparing(Job::getCreateTime));
  }

  private static Instant due(Job timer) {
    return timer.getDuedate().toInstant();
  }

  private String element(Job job) {
    return jobs.createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  /** What fails isn't run again. */
  private void run(Job job) {
    if (++done > most) {
      throw new StepFailed("%s: there is no end to it".formatted(element(job)));
    }
    try {
      jobs.executeJob(job.getId());
    } catch (RuntimeException e) {
      jobs.setJobRetries(job.getId(), 0);
      throw new StepFailed("%s: %s".formatted(element(job), e.getMessage()), e);
    }
  }

  /** So many jobs may run until {@link #forget}, and no more. */
  public void allow(int jobs) {
    most = jobs;
  }

  /**
   * Brings the instances of a process to where those of another engine wait: on to the same
   * element, with the same instants. What is passed on the way runs now.
   *
   * @param waiting of one business key
   */
  public void standAt(String process, List<WaitingStep> waiting) {
    List<String> instances =
        processes
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(waiting.get(0).businessKey(), process)
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    for (int i = 0; i < Math.min(instances.size(), waiting.size()); i++) {
      standAt(instances.get(i), waiting.get(i));
    }
  }

  private void standAt(String instance, WaitingStep there) {
    there.instants().forEach((name, at) -> processes.setVariable(instance, name, Date.from(at)));
    Optional<Job> timer = timerOf(instance);
    for (int rung = 0; rung < MOST_RUNGS && timer.isPresent(); rung++) {
      Job waits = timer.get();
      if (element(waits).equals(there.element())) {
        jobs.setJobDuedate(waits.getId(), Date.from(there.due()));
        return;
      }
      run(waits);
      runSteps();
      timer = timerOf(instance);
    }
  }

  private Optional<Job> timerOf(String instance) {
    return jobs.createJobQuery().processInstanceId(instance).timers().listPage(0, 1).stream()
        .findFirst();
  }

  /** The elements that processes came to, in their order. */
  public List<PathStep> path() {
    return history
        .createHistoricActivityInstanceQuery()
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(RehearsalEngine::step)
        .sorted(Comparator.comparing(PathStep::at))
        .toList();
  }

  private static PathStep step(HistoricActivityInstance element) {
    return new PathStep(
        element.getProcessDefinitionKey(),
        element.getActivityId(),
        Objects.requireNonNullElse(element.getActivityName(), element.getActivityId()),
        element.getStartTime().toInstant());
  }

  /** Forgets what ran; the models stay. */
  public void forget() {
    done = 0;
    most = MOST_JOBS;
    processes
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> processes.deleteProcessInstance(instance.getId(), "played"));
    db.sql("select table_name from information_schema.tables where table_name like 'ACT_HI_%'")
        .query(String.class)
        .list()
        .forEach(table -> db.sql("delete from " + table).update());
  }
}
