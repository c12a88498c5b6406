package dev.baton.engine.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** Models in reach of a deployment: those that come with it, and those in force; each read once. */
final class DeploymentLookup implements ModelLookup {
  private final DeploymentEntity deployment;
  private final Map<String, byte[]> together = new HashMap<>();
  private final Map<String, Optional<ModelXml>> read = new HashMap<>();
  private @Nullable List<ModelXml> processes;

  DeploymentLookup(DeploymentEntity deployment) {
    this.deployment = deployment;
    for (ResourceEntity resource : deployment.getResources().values()) {
      keys(resource).forEach(key -> together.putIfAbsent(key, resource.getBytes()));
    }
  }

  @Override
  public boolean together(ModelKind kind, String key) {
    return together.containsKey(kind + key);
  }

  @Override
  public boolean inForce(ModelKind kind, String key) {
    return kind.latest(Context.getCommandContext(), key) != null;
  }

  @Override
  public boolean hasVersion(ModelKind kind, String key, int version) {
    return kind.version(Context.getCommandContext(), key, version) != null;
  }

  @Override
  public Optional<ModelXml> model(ModelKind kind, String key) {
    return read.computeIfAbsent(
        kind + key, id -> content(kind, key).flatMap(DeploymentLookup::readable));
  }

  @Override
  public Optional<byte[]> content(ModelKind kind, String key) {
    return Optional.ofNullable(together.get(kind + key)).or(() -> inForceContent(kind, key));
  }

  private static Optional<byte[]> inForceContent(ModelKind kind, String key) {
    return Optional.ofNullable(kind.latest(Context.getCommandContext(), key))
        .map(
            inForce ->
                Context.getCommandContext()
                    .getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(
                        inForce.getDeploymentId(), inForce.getResourceName()))
        .map(ResourceEntity::getBytes);
  }

  @Override
  public List<ModelXml> processes() {
    if (processes == null) {
      processes = readProcesses();
    }
    return processes;
  }

  private List<ModelXml> readProcesses() {
    Stream<byte[]> here =
        deployment.getResources().values().stream()
            .filter(resource -> ModelKind.of(resource.getName()).orElse(null) == ModelKind.PROCESS)
            .map(ResourceEntity::getBytes);
    return Stream.concat(here, processesInForce())
        .flatMap(content -> readable(content).stream())
        .toList();
  }

  private static Stream<byte[]> processesInForce() {
    CommandContext context = Context.getCommandContext();
    List<ProcessDefinition> latest =
        context.runWithoutAuthorization(
            () ->
                context
                    .getProcessEngineConfiguration()
                    .getRepositoryService()
                    .createProcessDefinitionQuery()
                    .latestVersion()
                    .list());
    return latest.stream()
        .flatMap(process -> inForceContent(ModelKind.PROCESS, process.getKey()).stream());
  }

  /** What can't be read is told where it is checked itself. */
  private static Optional<ModelXml> readable(byte[] content) {
    try {
      return Optional.of(ModelXml.parse(content));
    } catch (ModelXml.Unreadable e) {
      return Optional.empty();
    }
  }

  private static Stream<String> keys(ResourceEntity resource) {
    return ModelKind.of(resource.getName()).stream()
        .flatMap(kind -> kind.keys(resource.getBytes()).map(key -> kind + key));
  }
}
