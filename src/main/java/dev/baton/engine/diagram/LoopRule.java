package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** No way leads back to where it came from without waiting for a person, a timer or a message. */
class LoopRule implements ModelRule {
  private static final Set<String> WAITING_EVENTS =
      Set.of(
          "timerEventDefinition",
          "messageEventDefinition",
          "signalEventDefinition",
          "conditionalEventDefinition");

  private record Way(String from, String to) {}

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Map<String, Element> automatic = new HashMap<>();
    model
        .all()
        .filter(element -> !id(element).isEmpty() && !waits(element))
        .forEach(element -> automatic.put(id(element), element));
    List<Way> ways = new ArrayList<>(ways(model));
    // what nothing leads to, or what leads nowhere, is on no loop; go on until nothing changes
    int before;
    do {
      before = automatic.size();
      ways.removeIf(way -> !automatic.containsKey(way.from()) || !automatic.containsKey(way.to()));
      automatic.keySet().retainAll(targets(ways));
      automatic.keySet().retainAll(sources(ways));
    } while (automatic.size() < before);
    automatic.values().stream()
        .findFirst()
        .ifPresent(
            element ->
                findings.add(
                    element, "is on a loop that nothing stops; put a task or a timer into it"));
    model.all("callActivity").forEach(call -> callsItself(call, findings));
  }

  private static Set<String> targets(List<Way> ways) {
    return ways.stream().map(Way::to).collect(Collectors.toSet());
  }

  private static Set<String> sources(List<Way> ways) {
    return ways.stream().map(Way::from).collect(Collectors.toSet());
  }

  private static boolean waits(Element element) {
    if (is(element, "userTask", "receiveTask", "eventBasedGateway", "callActivity")) {
      return true;
    }
    if (is(element, "intermediateCatchEvent", "boundaryEvent")) {
      return WAITING_EVENTS.stream().anyMatch(kind -> children(element, kind).count() > 0);
    }
    return is(element, "subProcess", "transaction", "adHocSubProcess")
        && ModelXml.all(element, "*").anyMatch(LoopRule::waits);
  }

  private static List<Way> ways(ModelXml model) {
    Stream<Way> flows =
        model
            .all("sequenceFlow")
            .map(
                flow ->
                    new Way(
                        attribute(flow, "sourceRef").orElse(""),
                        attribute(flow, "targetRef").orElse("")));
    Stream<Way> boundaries =
        model
            .all("boundaryEvent")
            .map(event -> new Way(attribute(event, "attachedToRef").orElse(""), id(event)));
    return Stream.of(flows, boundaries, links(model)).flatMap(each -> each).toList();
  }

  private static Stream<Way> links(ModelXml model) {
    return model
        .all("intermediateThrowEvent")
        .flatMap(
            from ->
                model
                    .all("intermediateCatchEvent")
                    .filter(to -> link(from) != null && Objects.equals(link(from), link(to)))
                    .map(to -> new Way(id(from), id(to))));
  }

  private static @Nullable String link(Element event) {
    return children(event, "linkEventDefinition")
        .findFirst()
        .flatMap(link -> attribute(link, "name"))
        .orElse(null);
  }

  private static void callsItself(Element call, Findings findings) {
    String called = attribute(call, "calledElement").orElse("");
    for (var node = call.getParentNode();
        node instanceof Element around;
        node = node.getParentNode()) {
      if (is(around, "process") && id(around).equals(called)) {
        findings.add(call, "calls its own process, which would never end");
      }
    }
  }
}
