package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.expression.ExpressionCheck;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a designer adds to a process that ships stands beside what ships: it ends nothing but its
 * own way, begins no second one, and does nothing that belongs to a question.
 */
class AddedStepRule implements ModelRule {
  private static final List<String> ENDS_MORE =
      List.of("terminateEventDefinition", "errorEventDefinition", "cancelEventDefinition");

  private final ShippedModels models;

  AddedStepRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    List<ModelXml> shipped = models.processesOf(model).toList();
    Set<String> taken = shipped.isEmpty() ? Set.of() : taken();
    shipped.forEach(
        ours -> {
          Set<String> ids = ours.all().map(ModelXml::id).collect(Collectors.toSet());
          List<Element> added =
              model
                  .all()
                  .filter(each -> ShippedStepRule.isNode(each) && !ids.contains(id(each)))
                  .toList();
          Set<String> read =
              ours.all()
                  .flatMap(Expressions::of)
                  .flatMap(text -> ExpressionCheck.names(text).stream())
                  .collect(Collectors.toSet());
          added.forEach(each -> does(each, taken, findings));
          added.forEach(each -> sets(each, read, findings));
          if (ShippedStepRule.isFixed(ours)) {
            added.forEach(each -> begins(each, findings));
            added.stream()
                .filter(each -> is(each, "boundaryEvent"))
                .forEach(event -> interrupts(event, ours, model, ids, findings));
          }
        });
  }

  /** Steps that have their one place in a process that ships. */
  private Set<String> taken() {
    return models.models().stream()
        .filter(each -> each.kind() == ModelKind.PROCESS)
        .map(ShippedModels.Model::xml)
        .filter(ShippedStepRule::isFixed)
        .flatMap(ModelXml::all)
        .filter(ShippedStepRule::mustStay)
        .flatMap(each -> attribute(each, "delegateExpression").stream())
        .collect(Collectors.toSet());
  }

  private static void does(Element added, Set<String> taken, Findings findings) {
    attribute(added, "delegateExpression")
        .filter(taken::contains)
        .ifPresent(
            step ->
                findings.add(
                    added,
                    "calls %s, which has its one place in the process that ships; take another step",
                    step));
  }

  /** What the process that ships reads is set by itself, and by what people answer. */
  private static void sets(Element added, Set<String> read, Findings findings) {
    Stream.of(
            attribute(added, "resultVariable").stream(),
            ModelXml.all(added, "outputParameter")
                .flatMap(each -> attribute(each, "name").stream()),
            ModelXml.all(added, "out").flatMap(each -> attribute(each, "target").stream()))
        .flatMap(names -> names)
        .filter(read::contains)
        .forEach(
            name ->
                findings.add(
                    added,
                    "sets '%s', which the process that ships reads; take a name of your own",
                    name));
  }

  private static void begins(Element added, Findings findings) {
    Element parent = (Element) added.getParentNode();
    boolean starts = is(added, "startEvent");
    if (starts && is(parent, "process")) {
      findings.add(
          added, "would start the process without a handoff; only the application starts it");
    }
    if (starts
        && attribute(parent, "triggeredByEvent").filter("true"::equals).isPresent()
        && !attribute(added, "isInterrupting").orElse("true").equals("false")) {
      findings.add(
          added, "must not end what is asked meanwhile; make it a start that doesn't interrupt");
    }
    if (is(added, "exclusiveGateway", "inclusiveGateway")
        && attribute(added, "default").isEmpty()
        && ways(added).findAny().isPresent()
        && ways(added).allMatch(way -> FlowGraph.condition(way).isPresent())) {
      findings.add(added, "has no way for everything else; make one of its flows the default");
    }
    if (is(added, "endEvent") && ENDS_MORE.stream().anyMatch(how -> has(added, how))) {
      findings.add(added, "must end its own way only; make it a plain end");
    }
  }

  private static Stream<Element> ways(Element gateway) {
    return children((Element) gateway.getParentNode(), "sequenceFlow")
        .filter(way -> attribute(way, "sourceRef").filter(id(gateway)::equals).isPresent());
  }

  private static boolean has(Element event, String definition) {
    return children(event, definition).findAny().isPresent();
  }

  /** Beside a task that waits nothing else is asked, and the task isn't ended. */
  private static void interrupts(
      Element event, ModelXml ours, ModelXml theirs, Set<String> shipped, Findings findings) {
    boolean ends = !attribute(event, "cancelActivity").orElse("true").equals("false");
    boolean atShipped = attribute(event, "attachedToRef").filter(shipped::contains).isPresent();
    if (ends && atShipped) {
      findings.add(
          event,
          "must not end its step: a late answer is still an answer; make it non-interrupting");
    } else if (!ends) {
      leads(event, ours, theirs, shipped, findings);
    }
  }

  private static void leads(
      Element event, ModelXml ours, ModelXml theirs, Set<String> shipped, Findings findings) {
    List<String> goals = goals(FlowGraph.of(theirs, shipped), id(event));
    FlowGraph before = FlowGraph.of(ours, shipped);
    Set<String> allowed =
        ours.all()
            .filter(ShippedStepRule::isPlainEnd)
            .map(ModelXml::id)
            .collect(Collectors.toSet());
    allowed.add(FlowGraph.END);
    for (Element other : ours.all("boundaryEvent").toList()) {
      List<String> usual = goals(before, id(other));
      allowed.addAll(usual);
      List<String> lost = Wiring.lacking(Wiring.of(ours, other), Wiring.of(theirs, event));
      if (!lost.isEmpty() && !Collections.disjoint(usual, goals)) {
        findings.add(
            event, "must have %s, as other timers that lead there", String.join(", ", lost));
      }
    }
    List<String> others = goals.stream().filter(goal -> !allowed.contains(goal)).toList();
    if (!others.isEmpty()) {
      findings.add(
          event,
          "must not lead to %s, while its step still waits; lead it to an end",
          String.join(", ", others));
    }
  }

  private static List<String> goals(FlowGraph graph, String node) {
    return graph.goals(node, Map.of()).stream()
        .flatMap(List::stream)
        .flatMap(goals -> Stream.of(goals.split(", ")))
        .toList();
  }
}
