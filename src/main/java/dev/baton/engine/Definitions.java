package dev.baton.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which versions of processes and tables came into force when, and what a version has. */
@Component
public class Definitions {
  private final RepositoryService repository;

  Definitions(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * A version that took the place of an earlier one.
   *
   * @param kind {@code process} or {@code table}
   * @param deploymentId what brought it
   */
  public record Replaced(
      Instant at, String kind, String key, String name, int version, String deploymentId) {}

  /** What replaced an earlier version from one instant (inclusive) to another, in its order. */
  public List<Replaced> replaced(Instant from, Instant to) {
    return repository
        .createDeploymentQuery()
        .deploymentAfter(Date.from(from.minusMillis(1)))
        .deploymentBefore(Date.from(to))
        .orderByDeploymentTime()
        .asc()
        .list()
        .stream()
        .flatMap(this::replaced)
        .filter(replaced -> !replaced.at().isBefore(from) && replaced.at().isBefore(to))
        .sorted(Comparator.comparing(Replaced::at).thenComparing(Replaced::key))
        .toList();
  }

  /** Whether a row of a table in force says a word in an output column. */
  public boolean says(String table, String output, String word) {
    DecisionDefinition latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return latest != null
        && repository
            .getDmnModelInstance(latest.getId())
            .getModelElementsByType(DecisionTable.class)
            .stream()
            .anyMatch(rows -> says(rows, output, "\"" + word + "\""));
  }

  private static boolean says(DecisionTable table, String output, String text) {
    List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
    int column = columns.indexOf(output);
    return column >= 0
        && table.getRules().stream()
            .flatMap(row -> row.getOutputEntries().stream().skip(column).limit(1))
            .anyMatch(cell -> cell.getTextContent().strip().equals(text));
  }

  /** Whether a version of a process draws an element of this id. */
  public boolean hasElement(String processDefinitionId, String elementId) {
    return repository.getBpmnModelInstance(processDefinitionId).getModelElementById(elementId)
        != null;
  }

  /** The rule task that has the same value of an input parameter as the step behind a task. */
  Optional<String> ruleOf(String processDefinitionId, String taskId, String parameter) {
    BpmnModelInstance model = repository.getBpmnModelInstance(processDefinitionId);
    Set<String> behind =
        model.getModelElementsByType(SequenceFlow.class).stream()
            .filter(flow -> flow.getSource().getId().equals(taskId))
            .flatMap(flow -> inputs(flow.getTarget(), parameter))
            .collect(Collectors.toSet());
    return model.getModelElementsByType(BusinessRuleTask.class).stream()
        .filter(rule -> inputs(rule, parameter).anyMatch(behind::contains))
        .map(BusinessRuleTask::getId)
        .findFirst();
  }

  /** The way to a question of the latest version, by a parameter of the step that records it. */
  Optional<ProcessJump> question(String process, String parameter, String value) {
    ProcessDefinition latest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return latest == null
        ? Optional.empty()
        : repository
            .getBpmnModelInstance(latest.getId())
            .getModelElementsByType(UserTask.class)
            .stream()
            .map(UserTask::getId)
            .filter(task -> isRecorded(latest.getId(), task, parameter, value))
            .findFirst()
            .flatMap(
                task ->
                    ruleOf(latest.getId(), task, parameter)
                        .map(rule -> new ProcessJump(task, rule)));
  }

  /** Whether the step behind a task has this value of a parameter. */
  boolean isRecorded(String processDefinitionId, String taskId, String parameter, String value) {
    return repository
        .getBpmnModelInstance(processDefinitionId)
        .getModelElementsByType(SequenceFlow.class)
        .stream()
        .filter(flow -> flow.getSource().getId().equals(taskId))
        .anyMatch(flow -> inputs(flow.getTarget(), parameter).anyMatch(value::equals));
  }

  /** The timers at a task that wait for what is written so, such as <code>${dueAt}</code>. */
  List<String> timersAt(String processDefinitionId, String taskId, String instant) {
    return repository
        .getBpmnModelInstance(processDefinitionId)
        .getModelElementsByType(BoundaryEvent.class)
        .stream()
        .filter(event -> event.getAttachedTo().getId().equals(taskId))
        .map(BoundaryEvent::getId)
        .filter(timer -> waitsFor(processDefinitionId, timer).equals(instant))
        .toList();
  }

  private static Stream<String> inputs(FlowNode node, String parameter) {
    return node.getExtensionElements() == null
        ? Stream.empty()
        : node
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaInputOutput.class)
            .list()
            .stream()
            .flatMap(parameters -> parameters.getCamundaInputParameters().stream())
            .filter(each -> parameter.equals(each.getCamundaName()))
            .map(each -> each.getTextContent().strip());
  }

  /** The label of an element in one line, or its id where it has none. */
  public String label(String processDefinitionId, String elementId) {
    ModelElementInstance element =
        repository.getBpmnModelInstance(processDefinitionId).getModelElementById(elementId);
    String name = element == null ? null : element.getAttributeValue("name");
    return name == null ? elementId : name.replaceAll("\\s+", " ");
  }

  /** What a timer of this id waits for, as the version writes it, such as <code>${dueAt}</code>. */
  public String waitsFor(String processDefinitionId, String timerId) {
    ModelElementInstance timer =
        repository.getBpmnModelInstance(processDefinitionId).getModelElementById(timerId);
    return timer.getChildElementsByType(TimerEventDefinition.class).stream()
        .map(TimerEventDefinition::getTimeDate)
        .filter(Objects::nonNull)
        .map(date -> date.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private Stream<Replaced> replaced(Deployment deployment) {
    Instant at = deployment.getDeploymentTime().toInstant();
    Stream<Replaced> processes =
        repository.createProcessDefinitionQuery().deploymentId(deployment.getId()).list().stream()
            .map(
                p ->
                    new Replaced(
                        at,
                        "process",
                        p.getKey(),
                        p.getName(),
                        p.getVersion(),
                        deployment.getId()));
    Stream<Replaced> tables =
        repository.createDecisionDefinitionQuery().deploymentId(deployment.getId()).list().stream()
            .map(
                t ->
                    new Replaced(
                        at, "table", t.getKey(), t.getName(), t.getVersion(), deployment.getId()));
    return Stream.concat(processes, tables).filter(replaced -> replaced.version() > 1);
  }
}
