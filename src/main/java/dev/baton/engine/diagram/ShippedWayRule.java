package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.StepBeans;
import dev.baton.input.AnswerForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Each step of a process that ships leads to the step that came next, whatever a designer puts in
 * between, and each answer that can be given to where it led before.
 */
class ShippedWayRule implements ModelRule {
  private final ShippedModels models;
  private final WayCases cases;

  ShippedWayRule(StepBeans beans, ShippedModels models, Supplier<List<AnswerForm>> forms) {
    this.models = models;
    this.cases = new WayCases(beans, forms);
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    models
        .processesOf(model)
        .filter(ShippedStepRule::isFixed)
        .forEach(ours -> compare(ours, model, findings));
  }

  private void compare(ModelXml ours, ModelXml theirs, Findings findings) {
    Set<String> present =
        theirs.all().filter(ShippedStepRule::isNode).map(ModelXml::id).collect(Collectors.toSet());
    Set<String> kept =
        ours.all()
            .filter(ShippedStepRule::isNode)
            .map(ModelXml::id)
            .filter(present::contains)
            .collect(Collectors.toSet());
    FlowGraph before = FlowGraph.of(ours, kept);
    FlowGraph now = FlowGraph.of(theirs, kept);
    kept.stream().sorted().forEach(node -> compare(node, before, now, ours, findings));
  }

  private void compare(
      String node, FlowGraph before, FlowGraph now, ModelXml ours, Findings findings) {
    for (Map<String, Object> known : cases.of(before.from(node), ours)) {
      Set<List<String>> owed = before.goals(node, known);
      Set<List<String>> goals = now.goals(node, known);
      // without a default the engine stops where nothing is owed
      if (!owed.equals(goals) && !owed.equals(Set.of(List.of()))) {
        tell(node, known, before, now, findings);
        return;
      }
    }
  }

  private static void tell(
      String node, Map<String, Object> known, FlowGraph before, FlowGraph now, Findings findings) {
    Element element = now.nodes().get(node);
    if (element != null) {
      findings.add(
          element,
          "must be followed by %s%s%s; now it leads to %s",
          labels(before, before.goals(node, known)),
          is(element, "userTask")
              ? ", which checks and records the answer: put new steps behind it"
              : "",
          known.entrySet().stream()
              .map(each -> " where %s is '%s'".formatted(each.getKey(), each.getValue()))
              .collect(Collectors.joining(" and")),
          labels(now, now.goals(node, known)));
    }
  }

  private static String labels(FlowGraph graph, Set<List<String>> goals) {
    return goals.stream()
        .map(
            ids ->
                ids.stream()
                    .flatMap(each -> List.of(each.split(", ")).stream())
                    .map(each -> label(graph.nodes().get(each), each))
                    .collect(Collectors.joining(" and ")))
        .map(text -> text.isEmpty() ? "nothing" : text)
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private static String label(@Nullable Element node, String id) {
    return node == null ? (id.isEmpty() ? "nothing" : id) : ModelXml.label(node);
  }
}
