package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * No way leads back to where it came from without waiting for a person, a timer or a message; no
 * process calls itself, directly or through others; and nothing is done any number of times.
 */
class LoopRule implements ModelRule {
  /** Instances of one element that are counted and not taken from a list. */
  private static final int MOST_INSTANCES = 100;

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    WaitingElements waiting = new WaitingElements(model, modelLookup);
    Map<String, Element> automatic = new HashMap<>();
    model
        .all()
        .filter(element -> !id(element).isEmpty() && !waiting.at(element))
        .forEach(element -> automatic.put(id(element), element));
    List<Way> ways = new ArrayList<>(Way.of(model));
    ways.addAll(pastWaiting(model, waiting, ways));
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
    model.all("callActivity").forEach(call -> callsItself(call, modelLookup, findings));
    model.all("loopCardinality").forEach(count -> isCounted(count, findings));
  }

  /** Where something fails in front of what waits, a token goes round by the boundary. */
  private static List<Way> pastWaiting(ModelXml model, WaitingElements waiting, List<Way> ways) {
    return model
        .all()
        .filter(element -> !id(element).isEmpty() && waiting.at(element))
        .flatMap(
            element ->
                waiting.earlyExits(element).stream()
                    .flatMap(
                        exit ->
                            ways.stream()
                                .filter(way -> way.to().equals(id(element)))
                                .map(way -> new Way(way.from(), exit, true))))
        .toList();
  }

  private static Set<String> targets(List<Way> ways) {
    return ways.stream().map(Way::to).collect(Collectors.toSet());
  }

  private static Set<String> sources(List<Way> ways) {
    return ways.stream().map(Way::from).collect(Collectors.toSet());
  }

  private static void callsItself(Element call, ModelLookup modelLookup, Findings findings) {
    String process = WaitingElements.process(call);
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(attribute(call, "calledElement").orElse("")));
    while (!open.isEmpty()) {
      String called = open.pop();
      if (called.equals(process)) {
        findings.add(
            call,
            reached.isEmpty()
                ? "calls its own process, which would never end"
                : "calls '%s', which calls this process again, so that neither would ever end",
            attribute(call, "calledElement").orElse(""));
        return;
      }
      if (reached.add(called)) {
        modelLookup.model(ModelKind.PROCESS, called).stream()
            .flatMap(model -> model.all("callActivity"))
            .filter(each -> WaitingElements.process(each).equals(called))
            .forEach(each -> open.push(attribute(each, "calledElement").orElse("")));
      }
    }
  }

  private static void isCounted(Element count, Findings findings) {
    String text = ModelXml.text(count);
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > MOST_INSTANCES) {
      findings.add(
          count,
          "is done '%s' times; name a number up to %d, or a collection",
          text,
          MOST_INSTANCES);
    }
  }
}
