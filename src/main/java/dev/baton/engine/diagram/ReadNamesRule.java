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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

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

  private static final List<String> SETTING =
      List.of(
          "resultVariable",
          "elementVariable",
          "target",
          "errorCodeVariable",
          "errorMessageVariable",
          "escalationCodeVariable",
          "initiator");

  private static final String EVERYWHERE = "";

  private final StepBeans beans;
  private final ShippedModels models;

  ReadNamesRule(StepBeans beans, ShippedModels models) {
    this.beans = beans;
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Map<String, Set<String>> given = new HashMap<>();
    set(model, modelLookup, given);
    boolean isOwn = isOwn(model);
    for (ShippedModels.Model shipped : ours(model, isOwn)) {
      Map<String, Set<String>> there = new HashMap<>();
      ModelXml xml = shipped.xml();
      set(xml, modelLookup, there);
      read(xml, there);
      if (isOwn) {
        there.values().forEach(names -> at(given, EVERYWHERE).addAll(names));
      } else {
        there.forEach((scope, names) -> at(given, scope).addAll(names));
      }
    }
    at(given, EVERYWHERE).addAll(fromApplication(model, isOwn));
    if (unknown(model, given).findAny().isPresent()) {
      // only then: each process in force is read for it
      handedOver(model, modelLookup, given);
      unknown(model, given).forEach(unknown -> tell(unknown, findings));
    }
  }

  /**
   * A name that nothing sets where an expression reads it.
   *
   * @param there names that are set
   */
  private record Unknown(Element element, String text, String name, Set<String> there) {}

  private Stream<Unknown> unknown(ModelXml model, Map<String, Set<String>> given) {
    return model
        .all()
        .flatMap(element -> Expressions.of(element).flatMap(text -> unknown(element, text, given)));
  }

  private Stream<Unknown> unknown(Element element, String text, Map<String, Set<String>> given) {
    Set<String> here = new TreeSet<>(at(given, EVERYWHERE));
    scopes(element).forEach(scope -> here.addAll(at(given, scope)));
    return ExpressionCheck.names(text).stream()
        .filter(name -> !here.contains(name) && !OF_THE_ENGINE.contains(name) && !beans.has(name))
        .map(name -> new Unknown(element, text, name, here));
  }

  private static void tell(Unknown unknown, Findings findings) {
    findings.add(
        unknown.element(),
        "reads '%s' in %s, which nothing sets here; there are: %s",
        unknown.name(),
        unknown.text(),
        String.join(", ", unknown.there()));
  }

  /** What those who call a process hand over to it. */
  private static void handedOver(
      ModelXml model, ModelLookup modelLookup, Map<String, Set<String>> given) {
    Set<String> keys = keys(model);
    for (ModelXml caller : modelLookup.processes()) {
      caller
          .all("callActivity")
          .forEach(
              call ->
                  attribute(call, "calledElement")
                      .filter(keys::contains)
                      .ifPresent(
                          called ->
                              at(given, called).addAll(handedOver(call, caller, modelLookup))));
    }
  }

  private static Set<String> handedOver(Element call, ModelXml caller, ModelLookup modelLookup) {
    Set<String> names = new TreeSet<>();
    ModelXml.all(call, "in")
        .forEach(
            in -> {
              attribute(in, "target").ifPresent(names::add);
              if (attribute(in, "variables").isPresent()) {
                Map<String, Set<String>> theirs = new HashMap<>();
                set(caller, modelLookup, theirs);
                theirs.values().forEach(names::addAll);
              }
            });
    return names;
  }

  private static Set<String> at(Map<String, Set<String>> given, String scope) {
    return given.computeIfAbsent(scope, none -> new TreeSet<>());
  }

  /** What an element lies in, from the inside out: what a sub-process sets stays in it. */
  private static List<String> scopes(Element element) {
    List<String> scopes = new ArrayList<>();
    for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
      if (is(each, "subProcess", "transaction", "process")) {
        scopes.add(id(each));
      }
    }
    return scopes.isEmpty() ? List.of(EVERYWHERE) : scopes;
  }

  private boolean isOwn(ModelXml model) {
    return model
        .all("process")
        .noneMatch(process -> models.find(ModelKind.PROCESS, id(process)).isPresent());
  }

  /** The one that ships; what is a designer's own may be called by any of them. */
  private List<ShippedModels.Model> ours(ModelXml model, boolean isOwn) {
    Set<String> keys = keys(model);
    return models.models().stream()
        .filter(each -> each.kind() == ModelKind.PROCESS && (isOwn || keys.contains(each.key())))
        .toList();
  }

  private static Set<String> keys(ModelXml model) {
    return model.all("process").map(ModelXml::id).collect(Collectors.toSet());
  }

  private Set<String> fromApplication(ModelXml model, boolean isOwn) {
    Set<String> keys = keys(model);
    return beans.variables().stream()
        .filter(known -> isOwn || keys.contains(known.process()))
        .flatMap(known -> known.words().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static void read(ModelXml model, Map<String, Set<String>> given) {
    model
        .all()
        .forEach(
            element ->
                Expressions.of(element)
                    .forEach(
                        text ->
                            at(given, scopes(element).get(0)).addAll(ExpressionCheck.names(text))));
  }

  /** What the model sets itself: parameters, results, what forms ask, what it hands on. */
  private static void set(ModelXml model, ModelLookup modelLookup, Map<String, Set<String>> given) {
    model.all().forEach(element -> set(element, modelLookup, given));
  }

  private static void set(
      Element element, ModelLookup modelLookup, Map<String, Set<String>> given) {
    Set<String> names = new HashSet<>();
    if (is(element, "inputParameter", "outputParameter")) {
      attribute(element, "name").ifPresent(names::add);
    }
    SETTING.forEach(name -> attribute(element, name).ifPresent(names::add));
    if (!names.isEmpty()) {
      // what a sub-process hands out is known around it too
      scopes(element).stream()
          .limit(is(element, "outputParameter") ? 2 : 1)
          .forEach(scope -> at(given, scope).addAll(names));
    }
    attribute(element, "formRef")
        .flatMap(form -> modelLookup.content(ModelKind.FORM, form))
        .flatMap(Forms::json)
        .ifPresent(form -> at(given, EVERYWHERE).addAll(form.findValuesAsText("key")));
  }
}
