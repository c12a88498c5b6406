package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.rows.EngineSessions;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
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

/** Variables and jobs that the engine deletes together. */
class SetDeletesTest {
  private ProcessEngine engine;
  private JdbcClient db;

  @BeforeEach
  void start() {
    DataSource source =
        new DriverManagerDataSource(
            "jdbc:h2:mem:set-deletes-%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
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
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(
                        context -> {
                          complete();
                          db.sql("update ACT_RU_VARIABLE set REV_ = REV_ + 1 where NAME_ = 'b'")
                              .update();
                          return null;
                        }))
        .isInstanceOf(OptimisticLockingException.class);

    assertThat(variables()).isEqualTo(3);
  }

  private void complete() {
    engine
        .getTaskService()
        .complete(engine.getTaskService().createTaskQuery().singleResult().getId());
  }

  private long variables() {
    return db.sql("select count(*) as n from ACT_RU_VARIABLE").query(Long.class).single();
  }
}
