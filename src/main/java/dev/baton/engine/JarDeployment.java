package dev.baton.engine;

import dev.baton.engine.gate.ModelMeaning;
import dev.baton.engine.gate.ShippedModels;
import java.io.ByteArrayInputStream;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped models while the engine is built, so that whoever has the engine has them. A
 * model that a designer put in force stays, and the difference is told.
 */
@Component
@Order(1)
class JarDeployment extends AbstractProcessEnginePlugin {
  static final String SOURCE = "jar";
  private static final String NAME = "Baton ";

  private static final Logger log = LoggerFactory.getLogger(JarDeployment.class);

  private final String version;
  private final ShippedModels models;

  @Autowired
  JarDeployment(Environment application) {
    this(
        application.getProperty("spring.application.version", "development"),
        ShippedModels.inJar());
  }

  JarDeployment(String version, ShippedModels models) {
    this.version = version;
    this.models = models;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              // looked and deployed under the cluster's lock: two nodes starting make one version
              context.getPropertyManager().acquireExclusiveLock();
              deploy(engine, context);
              return null;
            });
  }

  private void deploy(ProcessEngine engine, CommandContext context) {
    List<ShippedModels.Model> changed = new ArrayList<>();
    for (ShippedModels.Model model : models.models()) {
      ResourceDefinitionEntity<?> current = model.kind().latest(context, model.key());
      if (current == null || isOvertaken(context, model, current)) {
        changed.add(model);
      }
    }
    if (!changed.isEmpty()) {
      DeploymentBuilder deployment =
          engine.getRepositoryService().createDeployment().name(NAME + version).source(SOURCE);
      changed.forEach(
          model ->
              deployment.addInputStream(
                  model.resource(), new ByteArrayInputStream(model.content())));
      deployment.deploy();
    }
  }

  /** Whether what is in force came from a jar that isn't newer, and says something else. */
  private boolean isOvertaken(
      CommandContext context, ShippedModels.Model model, ResourceDefinitionEntity<?> current) {
    byte[] inForce = content(context, current);
    boolean isOfJar = isJar(context, current);
    boolean same =
        isOfJar
            ? Arrays.equals(inForce, model.content())
            : ModelMeaning.isSame(model.kind(), inForce, model.content());
    if (same) {
      return false;
    }
    Optional<Deployment> jar =
        isOfJar
            ? Optional.of(deployment(context, current))
            : jarThatSaysTheSame(context, model, current);
    if (jar.isEmpty()) {
      tell(model, current, deployment(context, current));
    } else if (isNewer(jar.get().getName())) {
      log.warn(
          "{}: version {} of {} is in force, which is newer than this jar ({}); that of this"
              + " jar was not deployed",
          model.key(),
          current.getVersion(),
          jar.get().getName(),
          version);
      return false;
    }
    return jar.isPresent();
  }

  /** While a cluster is upgraded, an older node that starts again brings nothing back. */
  private boolean isNewer(String deployment) {
    try {
      return deployment.startsWith(NAME)
          && ModuleDescriptor.Version.parse(deployment.substring(NAME.length()))
                  .compareTo(ModuleDescriptor.Version.parse(version))
              > 0;
    } catch (IllegalArgumentException unnumbered) {
      return false;
    }
  }

  /**
   * The last jar before what somebody deployed by hand, if both say the same: who goes back to a
   * jar's text, or only opened and saved it, is on the jar's road still.
   */
  private static Optional<Deployment> jarThatSaysTheSame(
      CommandContext context, ShippedModels.Model model, ResourceDefinitionEntity<?> current) {
    for (int version = current.getVersion() - 1; version > 0; version--) {
      ResourceDefinitionEntity<?> earlier = model.kind().version(context, model.key(), version);
      if (earlier != null && isJar(context, earlier)) {
        return ModelMeaning.isSame(
                model.kind(), content(context, current), content(context, earlier))
            ? Optional.of(deployment(context, earlier))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isJar(CommandContext context, ResourceDefinitionEntity<?> definition) {
    return SOURCE.equals(deployment(context, definition).getSource());
  }

  private static Deployment deployment(
      CommandContext context, ResourceDefinitionEntity<?> definition) {
    return context.getDeploymentManager().findDeploymentById(definition.getDeploymentId());
  }

  private static byte[] content(CommandContext context, ResourceDefinitionEntity<?> definition) {
    return context
        .getResourceManager()
        .findResourceByDeploymentIdAndResourceName(
            definition.getDeploymentId(), definition.getResourceName())
        .getBytes();
  }

  private void tell(ShippedModels.Model model, ResourceDefinitionEntity<?> current, Deployment by) {
    log.warn(
        "{}: a designer's version {} of {} is in force; that of this jar ({}) differs and was not"
            + " deployed; see docs/designers.md",
        model.key(),
        current.getVersion(),
        by.getDeploymentTime().toInstant(),
        version);
  }
}
