package dev.baton.engine.history;

import dev.baton.engine.ProcessInstances;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the engine keeps of instances, by business key: running ones and those that have ended. */
@Component
public class InstanceRecords {
  private final ProcessInstances instances;
  private final RuntimeService runtime;
  private final HistoryService history;

  InstanceRecords(ProcessInstances instances, RuntimeService runtime, HistoryService history) {
    this.instances = instances;
    this.runtime = runtime;
    this.history = history;
  }

  /** One instance as the engine has it. */
  public record InstanceRecord(
      String process,
      String businessKey,
      Instant startedAt,
      @Nullable Instant endedAt,
      Map<String, @Nullable Object> variables,
      List<TaskRecord> tasks) {}

  /** One task of it. */
  public record TaskRecord(
      String name,
      @Nullable String description,
      @Nullable String assignee,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  public List<InstanceRecord> of(Collection<String> businessKeys) {
    return businessKeys.stream().flatMap(key -> past(key).stream()).map(this::record).toList();
  }

  /** Ends those that run and takes away all that the engine has of any of them. */
  public void erase(Collection<String> businessKeys, String why) {
    for (String key : businessKeys) {
      instances.all(key).forEach(running -> running.cancel(why));
      List<String> ids = past(key).stream().map(HistoricProcessInstance::getId).toList();
      if (!ids.isEmpty()) {
        history.deleteHistoricProcessInstancesIfExists(ids);
      }
    }
  }

  private List<HistoricProcessInstance> past(String businessKey) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list();
  }

  private InstanceRecord record(HistoricProcessInstance instance) {
    return new InstanceRecord(
        instance.getProcessDefinitionKey(),
        instance.getBusinessKey(),
        instance.getStartTime().toInstant(),
        instant(instance.getEndTime()),
        variables(instance.getId()),
        history
            .createHistoricTaskInstanceQuery()
            .processInstanceId(instance.getId())
            .orderByHistoricActivityInstanceStartTime()
            .asc()
            .list()
            .stream()
            .map(InstanceRecords::record)
            .toList());
  }

  private static TaskRecord record(HistoricTaskInstance task) {
    return new TaskRecord(
        task.getName(),
        task.getDescription(),
        task.getAssignee(),
        task.getStartTime().toInstant(),
        instant(task.getEndTime()));
  }

  private Map<String, @Nullable Object> variables(String instanceId) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(instanceId)
        .disableCustomObjectDeserialization()
        .list()
        .forEach(variable -> values.put(variable.getName(), plain(variable.getValue())));
    return values;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Date date) {
      return date.toInstant();
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
