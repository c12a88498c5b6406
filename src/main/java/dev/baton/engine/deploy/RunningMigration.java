package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelXml;
import dev.baton.input.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Migration of running processes to a changed diagram: where they wait, and their move. The engine
 * takes plans that fail at the first process that waits where the new diagram has nothing: who
 * moves some looks at {@link #preview} first.
 */
@Component
public class RunningMigration {
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final ManagementService management;
  private final JdbcClient db;

  RunningMigration(ProcessEngine engine, JdbcClient db) {
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
    this.identity = engine.getIdentityService();
    this.management = engine.getManagementService();
    this.db = db;
  }

  private record Waiting(String definition, int version, String activity, int count) {}

  /**
   * Where processes that run wait, whatever their version, beside the diagrams of these files.
   *
   * @param mapping steps that the diagrams lack, each with the one that takes its place
   */
  public List<RunningStep> preview(List<ModelFile> files, Map<String, String> mapping) {
    return files.stream()
        .filter(file -> file.kind().orElse(null) == ModelKind.PROCESS)
        .flatMap(file -> preview(file, mapping))
        .toList();
  }

  private Stream<RunningStep> preview(ModelFile file, Map<String, String> mapping) {
    ModelXml changed;
    try {
      changed = ModelXml.parse(file.bytes());
    } catch (ModelXml.Unreadable e) {
      return Stream.empty();
    }
    return ModelKind.PROCESS
        .keys(file.bytes())
        .flatMap(
            process ->
                waiting(process).stream().map(waiting -> step(process, waiting, changed, mapping)));
  }

  private RunningStep step(
      String process, Waiting waiting, ModelXml changed, Map<String, String> mapping) {
    StepMapping steps = new StepMapping(model(waiting.definition()), changed);
    Optional<Element> now = StepMapping.element(steps.from(), waiting.activity());
    boolean isThere =
        now.isEmpty()
            || changed
                .all(now.get().getLocalName())
                .anyMatch(element -> ModelXml.id(element).equals(waiting.activity()));
    String name = now.map(StepMapping::name).orElse(waiting.activity());
    String chosen = mapping.get(waiting.activity());
    String why =
        isThere
            ? null
            : chosen == null
                ? "the changed diagram has no '%s'".formatted(name)
                : steps.problem(waiting.activity(), chosen).orElse(null);
    return new RunningStep(
        process,
        waiting.version(),
        waiting.activity(),
        name,
        waiting.count(),
        why == null,
        why,
        isThere ? List.of() : choices(steps, waiting.activity()));
  }

  private static List<RunningStep.Choice> choices(StepMapping steps, String activity) {
    return steps.choices(activity).stream()
        .map(step -> new RunningStep.Choice(ModelXml.id(step), StepMapping.name(step)))
        .toList();
  }

  private ModelXml model(String definition) {
    try (InputStream model = repository.getProcessModel(definition)) {
      return ModelXml.parse(model.readAllBytes());
    } catch (IOException | ModelXml.Unreadable e) {
      throw new IllegalStateException("What is deployed can be read", e);
    }
  }

  /**
   * Moves all that runs of earlier versions to what a deployment brought; each keeps its timers and
   * tasks. It goes on in the background.
   *
   * @param mapping as the preview has taken it
   * @return how many processes are moved
   */
  public int move(String deploymentId, Map<String, String> mapping) {
    Authentication person = identity.getCurrentAuthentication();
    // whoever calls has looked at who may do it
    identity.clearAuthentication();
    try {
      int moving = waitingFor(deploymentId);
      targets(deploymentId).forEach(target -> move(target, mapping));
      return moving;
    } finally {
      identity.setAuthentication(person);
    }
  }

  /** How many processes still run by a version before the one that a deployment brought. */
  public int waitingFor(String deploymentId) {
    return db.sql(
            """
            select count(*) as number
            from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
              join ACT_RE_PROCDEF t on t.KEY_ = d.KEY_ and t.VERSION_ > d.VERSION_
            where t.DEPLOYMENT_ID_ = :deployment and e.PARENT_ID_ is null
            """)
        .param("deployment", deploymentId)
        .query(Integer.class)
        .single();
  }

  /** How many moves of any deployment have failed; an operator has them tried again. */
  public int failed() {
    return management
        .createBatchStatisticsQuery()
        .type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION)
        .list()
        .stream()
        .mapToInt(BatchStatistics::getFailedJobs)
        .sum();
  }

  private List<ProcessDefinition> targets(String deploymentId) {
    return repository.createProcessDefinitionQuery().deploymentId(deploymentId).list();
  }

  private void move(ProcessDefinition target, Map<String, String> mapping) {
    waiting(target.getKey()).stream()
        .map(Waiting::definition)
        .filter(definition -> !definition.equals(target.getId()))
        .distinct()
        .forEach(
            definition ->
                runtime
                    .newMigration(plan(definition, target, mapping))
                    .processInstanceQuery(
                        runtime.createProcessInstanceQuery().processDefinitionId(definition))
                    .executeAsync());
  }

  private MigrationPlan plan(
      String definition, ProcessDefinition target, Map<String, String> mapping) {
    StepMapping steps = new StepMapping(model(definition), model(target.getId()));
    MigrationPlanBuilder plan =
        runtime.createMigrationPlan(definition, target.getId()).mapEqualActivities();
    mapping.forEach(
        (from, to) -> {
          boolean isGone = StepMapping.element(steps.to(), from).isEmpty();
          if (isGone && StepMapping.element(steps.from(), from).isPresent()) {
            plan.mapActivities(from, to);
            steps.timers(from, to).forEach(timer -> plan.mapActivities(timer.from(), timer.to()));
          }
        });
    try {
      return plan.build();
    } catch (MigrationPlanValidationException e) {
      throw InvalidInput.at("mapping", "the engine can't move them so: " + e.getMessage());
    }
  }

  private List<Waiting> waiting(String process) {
    return db.sql(
            """
            select e.PROC_DEF_ID_ as definition, d.VERSION_ as version, e.ACT_ID_ as activity,
              count(*) as number
            from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
            where d.KEY_ = :process and e.ACT_ID_ is not null and e.IS_ACTIVE_ = true
            group by e.PROC_DEF_ID_, d.VERSION_, e.ACT_ID_
            order by d.VERSION_, e.ACT_ID_
            """)
        .param("process", process)
        .query(
            (rs, row) ->
                new Waiting(
                    rs.getString("definition"),
                    rs.getInt("version"),
                    rs.getString("activity"),
                    rs.getInt("number")))
        .list();
  }
}
