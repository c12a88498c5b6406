package dev.baton.engine.gate;

import dev.baton.input.AnswerForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every model that is newly deployed, before the engine does, and refuses one that is
 * hostile or would fail later. The deployment's transaction rolls back: what is in force stays.
 */
public class DeploymentGate implements Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentGate.class);
  private static final Set<String> PICTURES = Set.of("png", "svg");

  private final Map<ModelKind, List<ModelRule>> rules;
  private final FormRule forms;

  public DeploymentGate(Map<ModelKind, List<ModelRule>> rules, Supplier<List<AnswerForm>> forms) {
    this.rules = rules;
    this.forms = new FormRule(forms);
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    check(deployment)
        .forEach(
            (resource, problems) -> {
              throw new ParseException(sentence(resource, problems), resource, problems, List.of());
            });
  }

  /** What hinders each resource; one that nothing is wrong with isn't in it. */
  public Map<String, List<Problem>> check(DeploymentEntity deployment) {
    ModelLookup modelLookup = new DeploymentLookup(deployment);
    Map<String, List<Problem>> problems = new LinkedHashMap<>();
    for (ResourceEntity resource : deployment.getResources().values()) {
      List<Problem> found = check(resource, modelLookup);
      if (!found.isEmpty()) {
        problems.put(resource.getName(), found);
      }
    }
    return problems;
  }

  private static String sentence(String resource, List<Problem> problems) {
    return "%s was not deployed; the version in force stays. %s."
        .formatted(
            resource, problems.stream().map(Problem::getMessage).collect(Collectors.joining(". ")));
  }

  private List<Problem> check(ResourceEntity resource, ModelLookup modelLookup) {
    Findings findings = new Findings();
    Optional<ModelKind> kind = ModelKind.of(resource.getName());
    if (kind.isEmpty()) {
      if (!PICTURES.contains(ending(resource.getName()))) {
        findings.add("", "Only .bpmn, .dmn, .form and pictures are deployed here");
      }
    } else if (kind.get() == ModelKind.FORM) {
      forms.check(resource.getBytes(), findings);
    } else {
      check(kind.get(), resource.getBytes(), modelLookup, findings);
    }
    return findings.problems();
  }

  private void check(ModelKind kind, byte[] content, ModelLookup modelLookup, Findings findings) {
    try {
      ModelXml model = ModelXml.parse(content);
      Objects.requireNonNull(rules.get(kind))
          .forEach(rule -> check(rule, model, modelLookup, findings));
    } catch (ModelXml.Unreadable e) {
      findings.add("", "It is no readable XML: " + e.getMessage());
    }
  }

  /** A model that a rule can't make sense of isn't deployed: nobody knows what it would do. */
  private static void check(
      ModelRule rule, ModelXml model, ModelLookup modelLookup, Findings findings) {
    try {
      rule.check(model, modelLookup, findings);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("A rule could not check a model", e);
      findings.add("", "It could not be checked (%s)".formatted(rule.getClass().getSimpleName()));
    }
  }

  private static String ending(String resource) {
    return resource.substring(resource.lastIndexOf('.') + 1);
  }
}
