package dev.baton.engine;

import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.StepBeans;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;

/** An engine in memory: as it comes, or behind our fences. */
public final class TestEngine {
  private TestEngine() {}

  public static ProcessEngine bare() {
    var configuration = configuration(UUID.randomUUID().toString(), List.of());
    configuration.setEnforceHistoryTimeToLive(false);
    return configuration.buildProcessEngine();
  }

  public static ProcessEngine fenced(StepBeans beans) {
    return fenced(UUID.randomUUID().toString(), beans);
  }

  /** Behind our fences, on a database that outlives the engine. */
  static ProcessEngine fenced(String database, StepBeans beans, ProcessEnginePlugin... more) {
    var plugins =
        new ArrayList<ProcessEnginePlugin>(
            List.of(
                new EngineSettings(
                    beans,
                    TestSteps.calendars(),
                    TestSteps.forms(),
                    TestSteps.staff(),
                    TestSteps.deployments())));
    plugins.addAll(List.of(more));
    var configuration = configuration(database, plugins);
    configuration.setDatabaseSchemaUpdate("true");
    return configuration.buildProcessEngine();
  }

  /** Behind our fences, with the gate left open. */
  public static ProcessEngine ungated(StepBeans beans) {
    return fenced(
        UUID.randomUUID().toString(),
        beans,
        new AbstractProcessEnginePlugin() {
          @Override
          public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setCustomPreDeployers(List.of());
          }
        });
  }

  private static InMemoryEngine configuration(String database, List<ProcessEnginePlugin> plugins) {
    var configuration = new InMemoryEngine();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setJdbcUrl("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    configuration.getProcessEnginePlugins().addAll(plugins);
    return configuration;
  }

  private static final class EveryStep implements JavaDelegate, ExecutionListener, TaskListener {
    @Override
    public void execute(DelegateExecution execution) {}

    @Override
    public void notify(DelegateExecution execution) {}

    @Override
    public void notify(DelegateTask task) {}
  }

  /** Steps that do nothing, under all names that shipped models use. */
  public static StepBeans everyStep() {
    Map<String, Object> steps = new HashMap<>();
    Pattern step = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    for (ShippedModels.Model model : ShippedModels.inJar().models()) {
      step.matcher(new String(model.content(), StandardCharsets.UTF_8))
          .results()
          .forEach(name -> steps.put(name.group(1), new EveryStep()));
    }
    return TestSteps.of(steps);
  }

  /** Steps that do nothing, under the names that models use. */
  public static StepBeans steps() {
    JavaDelegate step = execution -> {};
    ExecutionListener listener = execution -> {};
    return TestSteps.of(
        Map.of("alertOwner", step, "startClock", listener, "dataSource", "not ours to call"));
  }
}
