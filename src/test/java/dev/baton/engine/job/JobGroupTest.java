package dev.baton.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.engine.InMemoryEngine;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class JobGroupTest {
  private static final int JOBS = 20;
  private static final String BAD = "lead-7";

  private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
  private final GroupingJobExecutor executor = new GroupingJobExecutor(List::of);
  private final Step step = new Step();
  private ProcessEngine engine;

  @BeforeEach
  void start() {
    threads.setCorePoolSize(4);
    threads.initialize();
    executor.setTaskExecutor(threads);
    executor.setMaxJobsPerAcquisition(JOBS);
    InMemoryEngine settings = new InMemoryEngine();
    settings.setJdbcUrl("jdbc:h2:mem:job-groups");
    settings.setDatabaseSchemaUpdate("create-drop");
    settings.setProcessEngineName("job-groups");
    settings.setJobExecutor(executor);
    settings.setJobExecutorActivate(false);
    settings.setEnforceHistoryTimeToLive(false);
    settings.setBeans(Map.of("step", step));
    engine = settings.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("asked.bpmn", process())
        .deploy();
  }

  @AfterEach
  void stop() {
    executor.shutdown();
    engine.close();
    threads.shutdown();
  }

  @Test
  void jobs_that_are_due_together_are_run_in_one_transaction() {
    startAll();

    executor.start();

    await().untilAsserted(() -> assertThat(asked()).hasSize(JOBS));
    assertThat(step.transactions).hasSize(1);
    assertThat(step.runs).hasSize(JOBS).allSatisfy((lead, runs) -> assertThat(runs).isEqualTo(1));
  }

  @Test
  void a_job_that_fails_in_a_group_fails_alone() {
    step.fails = true;
    startAll();

    executor.start();

    await().untilAsserted(() -> assertThat(asked()).hasSize(JOBS - 1));
    await().untilAsserted(() -> assertThat(failed()).hasSize(1));
    assertThat(failed().get(0).getExceptionMessage()).endsWith("today is no good day");
    assertThat(failed().get(0).getRetries()).isLessThan(3);
    assertThat(asked()).doesNotContain(BAD).doesNotHaveDuplicates();
  }

  @Test
  void only_jobs_of_different_processes_become_a_group() {
    AcquiredJobs acquired = new AcquiredJobs(6);
    acquired.addJobIdBatch(List.of("one of a", "other of a"));
    List.of("b", "c", "d", "e").forEach(acquired::addJobIdBatch);

    assertThat(GroupingJobExecutor.grouped(acquired).getJobIdBatches())
        .containsExactly(List.of("one of a", "other of a"), List.of("b", "c", "d", "e"));
  }

  private void startAll() {
    IntStream.range(0, JOBS)
        .forEach(i -> engine.getRuntimeService().startProcessInstanceByKey("asked", "lead-" + i));
  }

  /** The business keys of those that have come to their task. */
  private List<String> asked() {
    return engine.getTaskService().createTaskQuery().list().stream()
        .map(
            task ->
                engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey())
        .toList();
  }

  private List<Job> failed() {
    return engine.getManagementService().createJobQuery().withException().list();
  }

  private static BpmnModelInstance process() {
    return Bpmn.createExecutableProcess("asked")
        .startEvent()
        .serviceTask("prepare")
        .camundaAsyncBefore()
        .camundaExpression("${step.run(execution)}")
        .userTask("answer")
        .endEvent()
        .done();
  }

  /** What the service task does. */
  public static final class Step {
    final Set<Object> transactions =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    final Map<String, Integer> runs = new ConcurrentHashMap<>();
    volatile boolean fails;

    public void run(DelegateExecution execution) {
      transactions.add(Context.getCommandContext());
      runs.merge(execution.getProcessBusinessKey(), 1, Integer::sum);
      if (fails && execution.getProcessBusinessKey().equals(BAD)) {
        throw new IllegalStateException("today is no good day");
      }
    }
  }
}
