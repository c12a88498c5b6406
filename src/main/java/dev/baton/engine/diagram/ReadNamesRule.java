package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;

import dev.baton.engine.gate.ExpressionCheck;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.gate.StepBeans;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each variable that an expression reads is set by something: a misspelt one would fail. */
class ReadNamesRule implements ModelRule {
  private static final Set<String> OF_THE_ENGINE =
      Set.of(
          "execution",
          "task",
          "authenticatedUserId",
          "decisionResult",
          "loopCounter",
          "nrOfInstances",
          "nrOfActiveInstances",
          "nrOfCompletedInstances");

  private final StepBeans beans;
  private final ShippedModels models;

  ReadNamesRule(StepBeans beans, ShippedModels models) {
    this.beans = beans;
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Set<String> given = new TreeSet<>(set(model, modelLookup));
    ours(model).forEach(shipped -> given.addAll(readOrSet(shipped.xml(), modelLookup)));
    given.addAll(fromApplication(model));
    model
        .all()
        .forEach(
            element ->
                Expressions.of(element)
                    .forEach(
                        text ->
                            ExpressionCheck.names(text).stream()
                                .filter(name -> !given.contains(name))
                                .filter(name -> !OF_THE_ENGINE.contains(name))
                                .filter(name -> !beans.has(name))
                                .forEach(
                                    name ->
                                        findings.add(
                                            element,
                                            "reads '%s' in %s, which nothing sets; there are: %s",
                                            name,
                                            text,
                                            String.join(", ", given)))));
  }

  /** The one that ships; what is a designer's own may be called by any of them. */
  private List<ShippedModels.Model> ours(ModelXml model) {
    Set<String> keys = model.all("process").map(ModelXml::id).collect(Collectors.toSet());
    List<ShippedModels.Model> same =
        models.models().stream()
            .filter(each -> each.kind() == ModelKind.PROCESS && keys.contains(each.key()))
            .toList();
    return same.isEmpty()
        ? models.models().stream().filter(each -> each.kind() == ModelKind.PROCESS).toList()
        : same;
  }

  private Set<String> fromApplication(ModelXml model) {
    Set<String> keys = model.all("process").map(ModelXml::id).collect(Collectors.toSet());
    boolean isOwn = keys.stream().noneMatch(key -> models.find(ModelKind.PROCESS, key).isPresent());
    return beans.variables().stream()
        .filter(known -> isOwn || keys.contains(known.process()))
        .flatMap(known -> known.words().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> readOrSet(ModelXml model, ModelLookup modelLookup) {
    Set<String> names = new HashSet<>(set(model, modelLookup));
    model.all().flatMap(Expressions::of).forEach(text -> names.addAll(ExpressionCheck.names(text)));
    return names;
  }

  /** What the model sets itself: parameters, results, what forms ask, what it hands on. */
  private static Set<String> set(ModelXml model, ModelLookup modelLookup) {
    Stream<String> parameters =
        Stream.of("inputParameter", "outputParameter")
            .flatMap(model::all)
            .flatMap(each -> attribute(each, "name").stream());
    Stream<String> attributes =
        Stream.of(
                "resultVariable",
                "elementVariable",
                "target",
                "errorCodeVariable",
                "errorMessageVariable",
                "escalationCodeVariable",
                "initiator")
            .flatMap(name -> model.all().flatMap(each -> attribute(each, name).stream()));
    Stream<String> asked =
        model
            .all()
            .flatMap(each -> attribute(each, "formRef").stream())
            .flatMap(form -> modelLookup.content(ModelKind.FORM, form).stream())
            .flatMap(content -> Forms.json(content).stream())
            .flatMap(form -> form.findValuesAsText("key").stream());
    return Stream.of(parameters, attributes, asked)
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }
}
