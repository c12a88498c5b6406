package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * In a process that ships a listener stands once, at a kind of element and an event where one stood
 * before; and whoever calls a process that ships hands over what its own callers do.
 */
class ListenerPlaceRule implements ModelRule {
  private final ShippedModels models;

  ListenerPlaceRule(ShippedModels models) {
    this.models = models;
  }

  /** Where a listener is called. */
  private record Place(String listener, String element, String event) {
    static Stream<Place> of(Element listener) {
      return attribute(listener, "delegateExpression").stream()
          .map(
              step ->
                  new Place(
                      step,
                      ModelXml.shown(listener).getLocalName(),
                      attribute(listener, "event").orElse("")));
    }

    @Override
    public String toString() {
      return "the %s of a %s".formatted(event, element);
    }
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model.all("callActivity").forEach(call -> handsOver(call, findings));
    if (model.all("process").noneMatch(this::ships)) {
      return;
    }
    Set<Place> places =
        shipped()
            .flatMap(ListenerPlaceRule::listeners)
            .flatMap(Place::of)
            .collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    listeners(model)
        .forEach(
            listener ->
                Place.of(listener)
                    .forEach(place -> check(listener, place, places, seen, findings)));
  }

  private boolean ships(Element process) {
    return models.find(ModelKind.PROCESS, id(process)).isPresent();
  }

  private Stream<ModelXml> shipped() {
    return models.models().stream()
        .filter(each -> each.kind() == ModelKind.PROCESS)
        .map(ShippedModels.Model::xml);
  }

  private static Stream<Element> listeners(ModelXml model) {
    return Stream.of("executionListener", "taskListener").flatMap(model::all);
  }

  private static void check(
      Element listener, Place place, Set<Place> places, Set<String> seen, Findings findings) {
    Set<String> usual =
        places.stream()
            .filter(each -> each.listener().equals(place.listener()))
            .map(Place::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!usual.isEmpty() && !places.contains(place)) {
      findings.add(
          listener,
          "has the listener %s at %s, where it does nothing or harm; it stands at %s",
          place.listener(),
          place,
          String.join(" or ", usual));
    }
    if (!seen.add(String.join(" ", id(ModelXml.shown(listener)), place.listener(), place.event()))
        && !usual.isEmpty()) {
      findings.add(listener, "has the listener %s twice; once is enough", place.listener());
    }
  }

  private void handsOver(Element call, Findings findings) {
    String called = attribute(call, "calledElement").orElse("");
    if (models.find(ModelKind.PROCESS, called).isEmpty()) {
      return;
    }
    Optional<String> usual =
        shipped()
            .flatMap(model -> model.all("callActivity"))
            .filter(each -> attribute(each, "calledElement").filter(called::equals).isPresent())
            .flatMap(each -> businessKey(each).stream())
            .findFirst();
    if (usual.isEmpty()) {
      findings.add(call, "calls '%s', which only the application starts", called);
    }
    usual
        .filter(key -> !Objects.equals(key, businessKey(call).orElse(null)))
        .ifPresent(
            key ->
                findings.add(
                    call,
                    "must hand the business key %s over to '%s', which finds its handoff by it",
                    key,
                    called));
  }

  private static Optional<String> businessKey(Element call) {
    return ModelXml.all(call, "in")
        .flatMap(each -> attribute(each, "businessKey").stream())
        .findFirst();
  }
}
