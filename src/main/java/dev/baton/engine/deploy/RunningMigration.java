package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
  private final JdbcClient db;

  RunningMigration(ProcessEngine engine, JdbcClient db) {
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
    this.identity = engine.getIdentityService();
    this.db = db;
  }

  private record Waiting(String definition, int version, String activity, int count) {}

  /** Where processes that run wait, whatever their version, beside the diagrams of these files. */
  public List<RunningStep> preview(List<ModelFile> files) {
    return files.stream()
        .filter(file -> file.kind().orElse(null) == ModelKind.PROCESS)
        .flatMap(this::preview)
        .toList();
  }

  private Stream<RunningStep> preview(ModelFile file) {
    ModelXml changed;
    try {
      changed = ModelXml.parse(file.bytes());
    } catch (ModelXml.Unreadable e) {
      return Stream.empty();
    }
    return ModelKind.PROCESS
        .keys(file.bytes())
        .flatMap(
            process -> waiting(process).stream().map(waiting -> step(process, waiting, changed)));
  }

  private RunningStep step(String process, Waiting waiting, ModelXml changed) {
    ModelElementInstance now =
        repository
            .getBpmnModelInstance(waiting.definition())
            .getModelElementById(waiting.activity());
    String kind = now == null ? "" : now.getElementType().getTypeName();
    boolean isThere =
        changed.all(kind).anyMatch(element -> ModelXml.id(element).equals(waiting.activity()));
    String name =
        Optional.ofNullable(now)
            .map(element -> element.getAttributeValue("name"))
            .map(label -> label.replaceAll("\\s+", " "))
            .orElse(waiting.activity());
    return new RunningStep(
        process,
        waiting.version(),
        waiting.activity(),
        name,
        waiting.count(),
        isThere,
        isThere ? null : "the changed diagram has no '%s'".formatted(name));
  }

  /**
   * Moves all that runs of earlier versions to what a deployment brought; each keeps its timers and
   * tasks. It goes on in the background.
   */
  public void move(String deploymentId) {
    Authentication person = identity.getCurrentAuthentication();
    // whoever calls has looked at who may do it
    identity.clearAuthentication();
    try {
      repository
          .createProcessDefinitionQuery()
          .deploymentId(deploymentId)
          .list()
          .forEach(this::move);
    } finally {
      identity.setAuthentication(person);
    }
  }

  private void move(ProcessDefinition target) {
    waiting(target.getKey()).stream()
        .map(Waiting::definition)
        .filter(definition -> !definition.equals(target.getId()))
        .distinct()
        .forEach(
            definition -> {
              MigrationPlan plan =
                  runtime
                      .createMigrationPlan(definition, target.getId())
                      .mapEqualActivities()
                      .build();
              runtime
                  .newMigration(plan)
                  .processInstanceQuery(
                      runtime.createProcessInstanceQuery().processDefinitionId(definition))
                  .executeAsync();
            });
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
