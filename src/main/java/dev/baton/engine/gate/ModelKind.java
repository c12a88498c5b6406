package dev.baton.engine.gate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.AbstractResourceDefinitionManager;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;

/** The three kinds of models, and how the engine keeps each. */
public enum ModelKind {
  PROCESS(
      "bpmn/*.bpmn",
      "ACT_RE_PROCDEF",
      BpmnDeployer.BPMN_RESOURCE_SUFFIXES,
      CommandContext::getProcessDefinitionManager),
  DECISION(
      "dmn/*.dmn",
      "ACT_RE_DECISION_DEF",
      DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES,
      CommandContext::getDecisionDefinitionManager),
  FORM(
      "forms/*.form",
      "ACT_RE_CAMFORMDEF",
      CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES,
      CommandContext::getCamundaFormDefinitionManager);

  final String files;
  private final String table;
  private final String[] suffixes;
  private final Function<CommandContext, AbstractResourceDefinitionManager<?>> definitions;

  ModelKind(
      String files,
      String table,
      String[] suffixes,
      Function<CommandContext, AbstractResourceDefinitionManager<?>> definitions) {
    this.files = files;
    this.table = table;
    this.suffixes = suffixes;
    this.definitions = definitions;
  }

  /** As the engine tells them apart: by the end of the resource's name. */
  public static Optional<ModelKind> of(String resource) {
    return Arrays.stream(values())
        .filter(kind -> Arrays.stream(kind.suffixes).anyMatch(resource::endsWith))
        .findFirst();
  }

  /** Where the engine keeps their definitions. */
  public String table() {
    return table;
  }

  /** The version in force, or null. */
  public ResourceDefinitionEntity<?> latest(CommandContext context, String key) {
    return (ResourceDefinitionEntity<?>)
        definitions.apply(context).findLatestDefinitionByKeyAndTenantId(key, null);
  }

  /** An earlier version, or null where it was deleted. */
  public ResourceDefinitionEntity<?> version(CommandContext context, String key, int version) {
    return (ResourceDefinitionEntity<?>)
        definitions.apply(context).findDefinitionByKeyVersionAndTenantId(key, version, null);
  }

  /** The ids of what a file would bring into force; none where it can't be read. */
  public Stream<String> keys(byte[] content) {
    if (this == FORM) {
      return FormRule.id(content).stream();
    }
    try {
      String element = this == PROCESS ? "process" : "decision";
      return ModelXml.parse(content).all(element).map(ModelXml::id).distinct();
    } catch (ModelXml.Unreadable e) {
      return Stream.empty();
    }
  }
}
