package dev.baton.engine;

import dev.baton.engine.deploy.DeploymentListener;
import dev.baton.engine.deploy.PersonalDeployments;
import dev.baton.engine.feel.CachingFeelEngineFactory;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.guard.EngineHardening;
import dev.baton.engine.guard.FailedJobIncidents;
import dev.baton.engine.guard.LeanHistoryLevel;
import dev.baton.engine.guard.NewTaskRights;
import dev.baton.engine.guard.RetryKeeping;
import dev.baton.engine.names.KnownCalendars;
import dev.baton.engine.names.KnownStaff;
import dev.baton.engine.names.StepBeans;
import dev.baton.engine.rows.EngineIndexes;
import dev.baton.engine.rows.EngineSessions;
import dev.baton.input.AnswerForm;
import dev.baton.input.AnswerForms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the engine is run: behind its fences, lean history, growing retries, fast decisions. Waits
 * for Flyway, so that our tables exist before the engine makes its own.
 */
@Component
@Order(0)
@DependsOnDatabaseInitialization
public class EngineSettings extends AbstractProcessEnginePlugin {

  /** Twelve attempts over some sixteen hours; a malformed cycle would mean three at once. */
  static final String RETRY_CYCLE = "PT10S,PT30S,PT1M,PT2M,PT5M,PT15M,PT30M,PT1H,PT2H,PT4H,PT8H";

  /** One more than there are waits between them. */
  public static final int ATTEMPTS = RETRY_CYCLE.split(",", -1).length + 1;

  /** What a user's or a team's id may look like; it stands in addresses of the web pages. */
  private static final String ID = "[a-zA-Z0-9._-]+";

  private final StepBeans beans;
  private final ObjectProvider<KnownCalendars> calendars;
  private final ObjectProvider<AnswerForms> forms;
  private final ObjectProvider<KnownStaff> staff;
  private final ObjectProvider<DeploymentListener> deployments;

  EngineSettings(
      StepBeans beans,
      ObjectProvider<KnownCalendars> calendars,
      ObjectProvider<AnswerForms> forms,
      ObjectProvider<KnownStaff> staff,
      ObjectProvider<DeploymentListener> deployments) {
    this.beans = beans;
    this.calendars = calendars;
    this.forms = forms;
    this.staff = staff;
    this.deployments = deployments;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    EngineHardening.close(
        configuration,
        beans,
        ShippedModels.inJar(),
        this::calendars,
        this::forms,
        () -> staff.stream().toList(),
        new FeelTableAnswers());
    configuration.getCustomPreDeployers().add(new PersonalDeployments(deployments));
    configuration.setCustomHistoryLevels(List.of(new LeanHistoryLevel()));
    configuration.setHistory(LeanHistoryLevel.NAME);
    configuration.setHistoryRemovalTimeStrategy("start");
    configuration.setHistoryTimeToLive("P400D");
    configuration.setHistoryCleanupBatchWindowStartTime("02:00");
    configuration.setHistoryCleanupBatchWindowEndTime("04:00");
    configuration.setFailedJobRetryTimeCycle(RETRY_CYCLE);
    configuration.setFailedJobCommandFactory(new RetryKeeping());
    configuration.setCustomIncidentHandlers(List.of(new FailedJobIncidents()));
    configuration.setResourceAuthorizationProvider(new NewTaskRights());
    // who worked on how many tasks is asked of our own record
    configuration.setTaskMetricsEnabled(false);
    configuration.getCustomSessionFactories().addAll(EngineSessions.of(configuration));
    // each block that a node takes is a transaction of its own
    configuration.setIdBlockSize(1_000);
    configuration.setJobExecutorAcquireByDueDate(true);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    // whoever calls the engine logs what it threw; a refused answer is no error of ours
    configuration.setEnableCmdExceptionLogging(false);
    // the engine's own pattern knows no dash, as in the team uk-ireland
    configuration.setUserResourceWhitelistPattern(ID);
    configuration.setGroupResourceWhitelistPattern(ID);
    // a rep answers and claims, but doesn't move a due date or hand a task to somebody
    configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
    DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(new CachingFeelEngineFactory());
    decisions.getCustomPostDecisionTableEvaluationListeners().add(TableQuestion::keepable);
    configuration.setDmnEngineConfiguration(decisions);
  }

  /** Asked at each deployment: whoever keeps calendars may need the engine. */
  private Set<String> calendars() {
    return calendars.stream()
        .flatMap(known -> known.names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<AnswerForm> forms() {
    return forms.stream().flatMap(room -> room.all().stream()).toList();
  }

  /** Each engine adds a group of its own name, which a team could have too. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setAdminGroups(List.of(EngineHardening.ADMINISTRATORS));
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    EngineIndexes.adapt(
        JdbcClient.create(configuration.getDataSource()),
        configuration.getDatabaseType().equals("postgres"));
  }
}
