package dev.baton.engine.rehearsal;

import dev.baton.engine.EngineSettings;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine of a rehearsal as beans: with our settings, without threads of its own, and with each
 * element in its history. The gate stays open, since what is rehearsed has passed it, or is refused
 * by the check beside. Not a {@code @Configuration}, which the application would find and run.
 */
@Import(EngineServiceBeans.class)
public class RehearsalEngineBeans {
  private static final String NAME = "rehearsal";

  @Bean
  ProcessEngineFactoryBean engine(
      DataSource database,
      PlatformTransactionManager transactions,
      EngineSettings settings,
      ApplicationContext rooms) {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName(NAME);
    configuration.setDataSource(database);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.getProcessEnginePlugins().add(settings);
    configuration.getProcessEnginePlugins().add(new OpenGate());
    configuration.setApplicationContext(rooms);
    ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    factory.setApplicationContext(rooms);
    return factory;
  }

  private static final class OpenGate extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
      configuration.setCustomPreDeployers(List.of());
      configuration.setHistory("activity");
    }
  }

  @Bean
  RehearsalEngine rehearsalEngine(ProcessEngine engine) {
    return new RehearsalEngine(engine);
  }
}
