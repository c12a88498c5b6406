package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.expression.ConditionOutcomes;
import dev.baton.engine.gate.ModelXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The flows of a diagram, as a token takes them.
 *
 * @param flows by the id of the element that they leave, in the order in which they are tried
 * @param nodes by id
 * @param kept ids of the steps at which a way is at its goal
 */
record FlowGraph(Map<String, List<Element>> flows, Map<String, Element> nodes, Set<String> kept) {
  /** Any end that only ends its way. */
  static final String END = "an end";

  private static final String AGAIN = "there a second time";

  static FlowGraph of(ModelXml model, Set<String> kept) {
    return new FlowGraph(
        model
            .all("sequenceFlow")
            .collect(Collectors.groupingBy(flow -> attribute(flow, "sourceRef").orElse(""))),
        model
            .all()
            .filter(ShippedStepRule::isNode)
            .collect(Collectors.toMap(ModelXml::id, node -> node, (one, other) -> one)),
        kept);
  }

  List<Element> from(String node) {
    return flows.getOrDefault(node, List.of());
  }

  static Optional<String> condition(Element flow) {
    return children(flow, "conditionExpression").findFirst().map(ModelXml::text);
  }

  /**
   * Where a token goes on from a node: for each way that things can come, the goal of each flow
   * that it takes.
   *
   * @param known variables that conditions read
   */
  Set<List<String>> goals(String node, Map<String, Object> known) {
    Element from = Objects.requireNonNull(nodes.get(node));
    return choices(from, known).stream()
        .map(
            taken ->
                taken.stream()
                    .map(flow -> is(from, "userTask") ? target(flow) : goal(flow))
                    .sorted()
                    .toList())
        .collect(Collectors.toSet());
  }

  private List<List<Element>> choices(Element from, Map<String, Object> known) {
    if (is(from, "parallelGateway", "eventBasedGateway")) {
      return List.of(from(id(from)));
    }
    Optional<String> otherwise = attribute(from, "default");
    List<Element> byDefault =
        from(id(from)).stream()
            .filter(flow -> otherwise.filter(id(flow)::equals).isPresent())
            .toList();
    List<Element> surely = new ArrayList<>();
    List<Element> perhaps = new ArrayList<>();
    for (Element flow : from(id(from))) {
      Set<Boolean> outcomes =
          byDefault.contains(flow)
              ? Set.of(false)
              : condition(flow).map(text -> ConditionOutcomes.of(text, known)).orElse(Set.of(true));
      if (outcomes.equals(Set.of(true))) {
        surely.add(flow);
        if (is(from, "exclusiveGateway")) {
          break;
        }
      } else if (outcomes.contains(true)) {
        perhaps.add(flow);
      }
    }
    List<Element> sure = surely.isEmpty() ? byDefault : surely;
    if (is(from, "exclusiveGateway")) {
      return Stream.concat(perhaps.stream().map(List::of), Stream.of(sure)).toList();
    }
    List<Element> all = Stream.concat(surely.stream(), perhaps.stream()).toList();
    return perhaps.isEmpty() ? List.of(sure) : List.of(sure, all);
  }

  private static String target(Element flow) {
    return attribute(flow, "targetRef").orElse("");
  }

  /** The steps that a flow comes to, through whatever else lies between. */
  private String goal(Element first) {
    Set<String> goals = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Map<String, Integer> arrivals = new HashMap<>();
    boolean forks = false;
    Deque<Element> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      String at = target(open.pop());
      arrivals.merge(at, 1, Integer::sum);
      Element node = nodes.get(at);
      if (node == null || kept.contains(at)) {
        goals.add(at);
      } else if (ShippedStepRule.isPlainEnd(node)) {
        goals.add(END);
      } else if (from(at).isEmpty()) {
        goals.add(at);
      } else if (seen.add(at)) {
        forks |= from(at).size() > 1 && !is(node, "exclusiveGateway", "eventBasedGateway");
        open.addAll(from(at));
        interrupted(at).forEach(open::add);
      }
    }
    if (forks && arrivals.entrySet().stream().anyMatch(this::isMetTwice)) {
      goals.add(AGAIN);
    }
    return String.join(", ", goals);
  }

  /** What leads away from a step instead of its end. */
  private Stream<Element> interrupted(String node) {
    return nodes.values().stream()
        .filter(event -> attribute(event, "attachedToRef").filter(node::equals).isPresent())
        .filter(event -> !attribute(event, "cancelActivity").orElse("true").equals("false"))
        .flatMap(event -> from(id(event)).stream());
  }

  /** A gateway waits for both of two; anything else is done once for each. */
  private boolean isMetTwice(Map.Entry<String, Integer> arrivals) {
    Element node = nodes.get(arrivals.getKey());
    return arrivals.getValue() > 1
        && node != null
        && !is(node, "parallelGateway", "inclusiveGateway", "endEvent");
  }
}
