package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryKeepingTest {
  private RuntimeException failure = new IllegalStateException("not yet");
  private ProcessEngine engine;

  @BeforeEach
  void start() {
    JavaDelegate step =
        execution -> {
          throw failure;
        };
    engine = TestEngine.ungated(TestSteps.of(Map.of("alertOwner", step)));
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "one.bpmn",
            Bpmn.createExecutableProcess("one")
                .startEvent()
                .serviceTask("step")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${alertOwner}")
                .endEvent()
                .done())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("one");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_lost_connection_costs_a_job_no_retry() {
    int before = job().getRetries();
    failure = new IllegalStateException(new SQLException("terminated", "57P01"));
    run();
    failure = new IllegalStateException(new SQLException("broken pipe", "08006"));
    run();

    assertThat(job().getRetries()).isEqualTo(before);
  }

  @Test
  void any_other_failure_costs_one() {
    int before = job().getRetries();
    run();

    assertThat(job().getRetries()).isNotEqualTo(before);
  }

  private void run() {
    assertThatThrownBy(() -> engine.getManagementService().executeJob(job().getId())).isNotNull();
  }

  private Job job() {
    return engine
        .getManagementService()
        .createJobQuery()
        .processDefinitionKey("one")
        .singleResult();
  }
}
