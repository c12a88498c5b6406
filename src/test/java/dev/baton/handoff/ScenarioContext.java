package dev.baton.handoff;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.SentStatements;
import dev.baton.alert.ManualDelivery;
import dev.baton.alert.QuietAlerts;
import dev.baton.alert.mail.MailAccounts;
import dev.baton.alert.setting.ChannelSettings;
import dev.baton.engine.EngineSettings;
import dev.baton.engine.ParsedStatements;
import dev.baton.engine.rehearsal.EngineServiceBeans;
import dev.baton.rehearsal.play.RoomBeans;
import dev.baton.signal.SignalSender;
import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionJob;
import dev.baton.sql.RetentionSettings;
import dev.baton.sql.SecretEncryption;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * All rooms from the signal to the handoff on the real engine, without Boot, web and job executor;
 * one for each scoring profile, kept for all tests. No {@code @Configuration}, which the whole
 * application's tests would find and run.
 */
@Import(RoomBeans.class)
@ComponentScan(
    basePackages = {
      "dev.baton.insight",
      "dev.baton.review",
      "dev.baton.erasure",
      "dev.baton.rehearsal",
      "dev.baton.change",
      "dev.baton.agent",
      "dev.baton.booking",
      "dev.baton.connect.company",
      "dev.baton.know.account"
    },
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = RoomBeans.ComponentsOnly.class))
@ComponentScan(
    basePackages = "dev.baton",
    useDefaultFilters = false,
    includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Retention"))
class ScenarioContext {
  private static final Map<String, AnnotationConfigApplicationContext> OPEN =
      new ConcurrentHashMap<>();

  static AnnotationConfigApplicationContext of(String profile) {
    return OPEN.computeIfAbsent(profile, ScenarioContext::open);
  }

  private static AnnotationConfigApplicationContext open(String profile) {
    AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
    rooms.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    rooms
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "scenario",
                Map.of(
                    "baton.scoring.profile", profile,
                    "baton.public-url", "http://localhost",
                    "baton.competitor-domains", "rival.example,Other-Rival.example")));
    rooms.register(
        ScenarioContext.class,
        EngineServiceBeans.class,
        QuietAlerts.class,
        SignalSender.class,
        SentStatements.class,
        MailAccounts.class,
        ChannelSettings.class,
        SecretEncryption.class);
    rooms.refresh();
    return rooms;
  }

  @Bean
  HikariDataSource dataSource() {
    return ScenarioDatabase.open();
  }

  @Bean
  RetentionSettings keep() {
    return new Binder().bindOrCreate("baton.retention", Bindable.of(RetentionSettings.class));
  }

  @Bean
  RetentionJob retention(JdbcClient db, List<ExpiredRows> expired, Clock clock) {
    return new RetentionJob(db, expired, clock);
  }

  @Bean
  PublishedFacts publishedFacts() {
    return new PublishedFacts();
  }

  @Bean
  ProcessEngineFactoryBean engine(
      DataSource database,
      PlatformTransactionManager transactions,
      EngineSettings settings,
      @Value("${baton.scoring.profile}") String profile,
      AnnotationConfigApplicationContext rooms)
      throws IOException {
    SpringProcessEngineConfiguration configuration =
        new SpringProcessEngineConfiguration() {
          @Override
          public void initSqlSessionFactory() {
            ParsedStatements.give(this, super::initSqlSessionFactory);
          }
        };
    configuration.setProcessEngineName("scenario-" + profile);
    configuration.setDataSource(database);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.setDefaultNumberOfRetries(12);
    configuration.getProcessEnginePlugins().add(settings);
    configuration.setApplicationContext(rooms);
    configuration.setDeploymentResources(models());
    ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    factory.setApplicationContext(rooms);
    return factory;
  }

  private static Resource[] models() throws IOException {
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    List<Resource> models = new ArrayList<>();
    models.addAll(List.of(files.getResources("classpath*:forms/*.form")));
    models.addAll(List.of(files.getResources("classpath*:bpmn/*.bpmn")));
    models.addAll(List.of(files.getResources("classpath*:dmn/*.dmn")));
    return models.toArray(Resource[]::new);
  }

  /** Forgets every lead, handoff and person; the models stay deployed. */
  static void empty(AnnotationConfigApplicationContext rooms) {
    RuntimeService runtime = rooms.getBean(RuntimeService.class);
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next test"));
    ScenarioDatabase.empty(rooms.getBean(JdbcClient.class));
    rooms.getBean(PublishedFacts.class).clear();
    rooms.getBean(ManualDelivery.class).forget();
  }
}
