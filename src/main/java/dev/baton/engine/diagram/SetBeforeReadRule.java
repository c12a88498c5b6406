package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.expression.ExpressionCheck;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.StepBeans;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** In a process that ships no way leads past the step that sets what is read further on. */
class SetBeforeReadRule implements ModelRule {
  private final StepBeans beans;
  private final ShippedModels models;

  SetBeforeReadRule(StepBeans beans, ShippedModels models) {
    this.beans = beans;
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Set<String> processes = model.all("process").map(ModelXml::id).collect(Collectors.toSet());
    if (processes.stream().noneMatch(key -> models.find(ModelKind.PROCESS, key).isPresent())) {
      return;
    }
    Map<String, Set<String>> setters = setters(model);
    beans.variables().stream()
        .filter(known -> processes.contains(known.process()))
        .forEach(known -> setters.keySet().removeAll(known.words().keySet()));
    List<Element> evaluated =
        model.all().filter(each -> Expressions.of(each).findAny().isPresent()).toList();
    setters.forEach(
        (name, steps) -> {
          Set<String> past = Reach.of(model, steps);
          evaluated.stream()
              .filter(each -> past.contains(place(each)) && !steps.contains(place(each)))
              .filter(each -> reads(each, name))
              .forEach(
                  each ->
                      findings.add(
                          each,
                          "reads '%s' on a way past %s, which sets it; lead the way through it",
                          name,
                          String.join(", ", steps)));
        });
  }

  /** The steps that set a variable, by its name. */
  private static Map<String, Set<String>> setters(ModelXml model) {
    Map<String, Set<String>> setters = new HashMap<>();
    model
        .all()
        .filter(ShippedStepRule::isNode)
        .forEach(
            node ->
                results(node)
                    .forEach(
                        name ->
                            setters.computeIfAbsent(name, none -> new HashSet<>()).add(id(node))));
    return setters;
  }

  private static Stream<String> results(Element node) {
    return Stream.concat(
        attribute(node, "resultVariable").stream(),
        ModelXml.children(node, "extensionElements")
            .flatMap(each -> ModelXml.all(each, "outputParameter"))
            .flatMap(each -> attribute(each, "name").stream()));
  }

  /** Where something is read: at its step, and a condition at the step that the flow leaves. */
  private static String place(Element element) {
    Element at = element;
    while (!DrawnRule.isOnTheWay(at) && at.getParentNode() instanceof Element parent) {
      at = parent;
    }
    return is(at, "sequenceFlow") ? attribute(at, "sourceRef").orElse("") : id(at);
  }

  /** What a step hands out is read at its end, when it has been set. */
  private static boolean reads(Element element, String name) {
    return !is(element, "outputParameter")
        && Expressions.of(element).anyMatch(text -> ExpressionCheck.names(text).contains(name));
  }
}
