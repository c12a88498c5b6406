package dev.baton.engine.deploy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;

/** Tells of models that somebody deploys who is logged in, once the gate has taken them. */
public final class PersonalDeployments implements Deployer {
  private final ObjectProvider<DeploymentListener> listeners;

  public PersonalDeployments(ObjectProvider<DeploymentListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    String by = Context.getCommandContext().getAuthenticatedUserId();
    if (!deployment.isNew() || by == null) {
      return;
    }
    List<ModelFile> files =
        deployment.getResources().values().stream()
            .map(
                resource ->
                    new ModelFile(
                        resource.getName(),
                        new String(resource.getBytes(), StandardCharsets.UTF_8)))
            .filter(file -> file.kind().isPresent())
            .toList();
    listeners.forEach(
        listener -> listener.deploying(deployment.getName(), deployment.getId(), files, by));
  }
}
