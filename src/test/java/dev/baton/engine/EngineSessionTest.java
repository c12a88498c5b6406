package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.baton.engine.rows.EngineSessions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Rows that the engine writes together. */
class EngineSessionTest {
  private ProcessEngine engine;
  private JdbcClient db;

  @BeforeEach
  void start() {
    DataSource source =
        new DriverManagerDataSource(
            "jdbc:h2:mem:set-writes-%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
    var configuration = new SpringProcessEngineConfiguration();
    configuration.setApplicationContext(new StaticApplicationContext());
    configuration.setDataSource(source);
    configuration.setTransactionManager(new JdbcTransactionManager(source));
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setCustomSessionFactories(EngineSessions.of(configuration));
    engine = configuration.buildProcessEngine();
    db = JdbcClient.create(source);
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "waiting.bpmn",
            Bpmn.createExecutableProcess("waiting")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("wait")
                .endEvent()
                .done())
        .deploy();
    engine
        .getRuntimeService()
        .startProcessInstanceByKey("waiting", Map.of("a", "1", "b", "2", "c", "3"));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void all_variables_of_a_process_go_with_its_end() {
    complete();

    assertThat(variables()).isZero();
  }

  @Test
  void a_variable_that_somebody_changed_meanwhile_takes_the_end_back() {
    assertThatThrownBy(
            () ->
                together(
                    () -> {
                      complete();
                      raise("b");
                    }))
        .isInstanceOf(OptimisticLockingException.class);

    assertThat(variables()).isEqualTo(3);
  }

  @Test
  void variables_that_are_set_together_are_all_written() {
    String id = engine.getRuntimeService().createProcessInstanceQuery().singleResult().getId();
    Map<String, Object> set = new HashMap<>();
    set.put("a", "one");
    set.put("b", null);
    set.put("c", 2.5);
    set.put("d", 3L);
    engine.getRuntimeService().setVariables(id, Map.of("d", 1, "a", "x"));

    engine.getRuntimeService().setVariables(id, set);

    assertThat(engine.getRuntimeService().getVariables(id)).isEqualTo(set);
  }

  @Test
  void a_variable_that_somebody_changed_meanwhile_takes_what_is_set_with_it_back() {
    String id = engine.getRuntimeService().createProcessInstanceQuery().singleResult().getId();

    assertThatThrownBy(
            () ->
                together(
                    () -> {
                      engine.getRuntimeService().setVariables(id, Map.of("a", "7", "b", "8"));
                      raise("b");
                    }))
        .isInstanceOf(OptimisticLockingException.class);

    assertThat(engine.getRuntimeService().getVariables(id)).containsEntry("a", "1");
  }

  @Test
  void rights_of_several_processes_go_with_them() {
    engine.getRuntimeService().startProcessInstanceByKey("waiting");

    together(
        () ->
            engine
                .getTaskService()
                .createTaskQuery()
                .list()
                .forEach(task -> engine.getTaskService().complete(task.getId())));

    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(rows("ACT_RU_EXECUTION")).isZero();
  }

  @Test
  void the_history_of_a_task_says_how_long_it_took() {
    complete();

    HistoricTaskInstance task =
        engine.getHistoryService().createHistoricTaskInstanceQuery().singleResult();
    assertThat(task.getDurationInMillis())
        .isCloseTo(task.getEndTime().getTime() - task.getStartTime().getTime(), within(1_000L));
  }

  private void together(Runnable steps) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              steps.run();
              return null;
            });
  }

  private void raise(String variable) {
    db.sql("update ACT_RU_VARIABLE set REV_ = REV_ + 1 where NAME_ = :name")
        .param("name", variable)
        .update();
  }

  private void complete() {
    engine
        .getTaskService()
        .complete(engine.getTaskService().createTaskQuery().singleResult().getId());
  }

  private long variables() {
    return rows("ACT_RU_VARIABLE");
  }

  private long rows(String table) {
    return db.sql("select count(*) as n from " + table).query(Long.class).single();
  }
}
