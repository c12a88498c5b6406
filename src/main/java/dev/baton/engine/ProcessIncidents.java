package dev.baton.engine;

import dev.baton.engine.gate.ModelKind;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Incidents at running processes, as Cockpit shows them; each is about one thing of ours. */
@Component
public class ProcessIncidents {
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final CommandExecutor commands;

  ProcessIncidents(RuntimeService runtime, TaskService tasks, ProcessEngine engine) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
  }

  /**
   * An incident that is shown.
   *
   * @param about the id of what it is about
   */
  public record Shown(String id, String about) {}

  public List<Shown> all(String type) {
    return shown(incidents(type));
  }

  /** Those at one process; none when it has ended. */
  public List<Shown> at(String process, String businessKey, String type) {
    return instance(process, businessKey)
        .map(running -> shown(incidents(type).processInstanceId(running.getId())))
        .orElse(List.of());
  }

  /**
   * Shows one at the question that is open, since an incident has to stand somewhere; between two
   * of them nothing is shown.
   */
  public void show(String process, String businessKey, String type, String about, String message) {
    instance(process, businessKey)
        .flatMap(
            running ->
                tasks.createTaskQuery().processInstanceId(running.getId()).list().stream()
                    .findFirst())
        .ifPresent(task -> runtime.createIncident(type, task.getExecutionId(), about, message));
  }

  /** Shows one that is about all of a process, at the version in force. */
  public void showAtAll(String process, String type, String about, String message) {
    commands.execute(
        context -> {
          IncidentContext where = new IncidentContext();
          where.setConfiguration(about);
          ResourceDefinitionEntity<?> latest = ModelKind.PROCESS.latest(context, process);
          if (latest != null) {
            where.setProcessDefinitionId(latest.getId());
          }
          return IncidentEntity.createAndInsertIncident(type, where, message).getId();
        });
  }

  /** The engine's own call resolves only those of one instance. */
  public void resolve(Shown shown) {
    commands.execute(
        context -> {
          if (context.getIncidentManager().findIncidentById(shown.id())
              instanceof IncidentEntity incident) {
            incident.resolve();
          }
          return null;
        });
  }

  private IncidentQuery incidents(String type) {
    return runtime.createIncidentQuery().incidentType(type);
  }

  private static List<Shown> shown(IncidentQuery query) {
    return query.list().stream()
        .map((Incident incident) -> new Shown(incident.getId(), incident.getConfiguration()))
        .toList();
  }

  private Optional<ProcessInstance> instance(String process, String businessKey) {
    return Optional.ofNullable(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey, process)
            .singleResult());
  }
}
