package dev.baton.engine.deploy;

import dev.baton.engine.gate.DeploymentGate;
import dev.baton.engine.gate.ModelKind;
import dev.baton.input.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deployments of models: tried out, done, and what is in force beside them. */
@Component
public class ModelDeployments {
  private final ProcessEngineConfigurationImpl engine;
  private final RepositoryService repository;
  private final IdentityService identity;
  private final TransactionTemplate transaction;
  private final JdbcClient db;

  ModelDeployments(ProcessEngine engine, PlatformTransactionManager transactions, JdbcClient db) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.repository = engine.getRepositoryService();
    this.identity = engine.getIdentityService();
    this.transaction = new TransactionTemplate(transactions);
    this.db = db;
  }

  /** Of the engine, as its REST API tells it. */
  public String engineVersion() {
    return ProductPropertiesUtil.getProductVersion();
  }

  /** What hinders a deployment of these files together; nothing of it stays. */
  public List<ModelFinding> check(List<ModelFile> files) {
    List<ModelFinding> findings =
        command(context -> gate().check(unsaved(files))).entrySet().stream()
            .flatMap(
                file ->
                    file.getValue().stream()
                        .map(
                            problem ->
                                new ModelFinding(
                                    file.getKey(),
                                    problem.getMainElementId().isEmpty()
                                        ? null
                                        : problem.getMainElementId(),
                                    problem.getMessage())))
            .toList();
    return findings.isEmpty() ? tryOut(files) : findings;
  }

  /** The engine may refuse what the gate has nothing against. */
  private List<ModelFinding> tryOut(List<ModelFile> files) {
    try {
      transaction.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            deployment("check", files);
          });
      return List.of();
    } catch (ParseException e) {
      return e.getResorceReports().stream()
          .flatMap(
              report ->
                  report.getErrors().stream()
                      .map(
                          error ->
                              new ModelFinding(
                                  report.getResourceName(),
                                  error.getMainElementId(),
                                  error.getMessage())))
          .toList();
    } catch (ProcessEngineException e) {
      return List.of(new ModelFinding(files.get(0).name(), null, String.valueOf(e.getMessage())));
    }
  }

  /**
   * Puts files in force together; what the gate refuses is told as wrong.
   *
   * @return the id of the deployment
   */
  public String deploy(String name, Collection<ModelFile> files) {
    try {
      return deployment(name, files);
    } catch (ParseException refused) {
      throw InvalidInput.at("files", String.valueOf(refused.getMessage()));
    }
  }

  private String deployment(String name, Collection<ModelFile> files) {
    Authentication person = identity.getCurrentAuthentication();
    // whoever calls has looked at who may do it
    identity.clearAuthentication();
    try {
      DeploymentBuilder deployment = repository.createDeployment().name(name);
      files.forEach(
          file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
      return deployment.deploy().getId();
    } finally {
      identity.setAuthentication(person);
    }
  }

  /** The file of the model in force that this one would take the place of. */
  public Optional<ModelFile> inForce(ModelFile candidate) {
    return candidate.kind().flatMap(kind -> command(context -> inForce(context, kind, candidate)));
  }

  /** All models in force once these files were deployed, each under the name of its file. */
  public List<ModelFile> allInForceWith(Collection<ModelFile> candidates) {
    Set<String> replaced =
        candidates.stream().flatMap(ModelDeployments::keys).collect(Collectors.toSet());
    Stream<ModelFile> kept =
        Arrays.stream(ModelKind.values())
            .flatMap(this::inForce)
            .filter(file -> keys(file).noneMatch(replaced::contains));
    return Stream.concat(kept, candidates.stream()).distinct().toList();
  }

  private static Stream<String> keys(ModelFile file) {
    return file.kind().stream().flatMap(kind -> kind.keys(file.bytes()).map(key -> kind + key));
  }

  private Stream<ModelFile> inForce(ModelKind kind) {
    List<String> keys =
        db.sql("select distinct KEY_ from " + kind.table()).query(String.class).list();
    return command(
        context ->
            keys.stream()
                .map(key -> kind.latest(context, key))
                .map(
                    latest ->
                        new ModelFile(fileName(latest.getResourceName()), content(context, latest)))
                .toList())
        .stream();
  }

  private static String fileName(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private static Optional<ModelFile> inForce(
      CommandContext context, ModelKind kind, ModelFile candidate) {
    return kind.keys(candidate.bytes())
        .flatMap(key -> Stream.ofNullable(kind.latest(context, key)))
        .findFirst()
        .map(latest -> new ModelFile(candidate.name(), content(context, latest)));
  }

  private static String content(CommandContext context, ResourceDefinitionEntity<?> definition) {
    return new String(
        context
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                definition.getDeploymentId(), definition.getResourceName())
            .getBytes(),
        StandardCharsets.UTF_8);
  }

  private static DeploymentEntity unsaved(List<ModelFile> files) {
    DeploymentEntity deployment = new DeploymentEntity();
    for (ModelFile file : files) {
      ResourceEntity resource = new ResourceEntity();
      resource.setName(file.name());
      resource.setBytes(file.bytes());
      deployment.addResource(resource);
    }
    return deployment;
  }

  private DeploymentGate gate() {
    return engine.getCustomPreDeployers().stream()
        .filter(DeploymentGate.class::isInstance)
        .map(DeploymentGate.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private <T> T command(Command<T> command) {
    return engine.getCommandExecutorTxRequired().execute(command);
  }
}
