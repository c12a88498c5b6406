package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * The application knows which question follows an answer: the diagram of a process that ships asks
 * that one, whatever a designer puts in between; one with clocks ends where the one that ships
 * ends.
 */
class QuestionOrderRule implements ModelRule {
  /** Steps that send a lead back, after which a handoff may end. */
  private static final Set<String> CLOSE = Set.of("${recycleLead}", "${disqualifyLead}");

  private final ShippedModels models;

  QuestionOrderRule(ShippedModels models) {
    this.models = models;
  }

  /** What is met on all ways from an element until a question that ships. */
  private record Ahead(Set<String> questions, Set<String> ends) {}

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("process")
        .forEach(
            process ->
                models
                    .find(ModelKind.PROCESS, id(process))
                    .map(ShippedModels.Model::xml)
                    .ifPresent(ours -> compare(ours, model, process, findings)));
  }

  /**
   * The arrows of a model.
   *
   * @param targets ids that the arrows from an id lead to
   * @param elements with an id
   */
  private record Flows(Map<String, List<String>> targets, Map<String, List<Element>> elements) {
    static Flows of(ModelXml model) {
      Map<String, List<String>> targets = new HashMap<>();
      model
          .all("sequenceFlow")
          .forEach(
              flow ->
                  attribute(flow, "sourceRef")
                      .map(from -> targets.computeIfAbsent(from, none -> new ArrayList<>()))
                      .ifPresent(to -> attribute(flow, "targetRef").ifPresent(to::add)));
      return new Flows(targets, model.all().collect(Collectors.groupingBy(ModelXml::id)));
    }

    List<String> from(String id) {
      return targets.getOrDefault(id, List.of());
    }

    List<Element> named(String id) {
      return elements.getOrDefault(id, List.of());
    }
  }

  private static void compare(ModelXml ours, ModelXml theirs, Element process, Findings findings) {
    Flows ourFlows = Flows.of(ours);
    Flows theirFlows = Flows.of(theirs);
    Set<String> questions = ours.all("userTask").map(ModelXml::id).collect(Collectors.toSet());
    boolean hasClocks = ours.all("businessRuleTask").anyMatch(AddedQuestionRule::startsClock);
    ours.all()
        .filter(each -> questions.contains(id(each)) || isStart(each))
        .forEach(
            from -> {
              Ahead before = ahead(ourFlows, id(from), questions);
              Ahead now = ahead(theirFlows, id(from), questions);
              Set<String> lost = new TreeSet<>(before.questions());
              lost.removeAll(now.questions());
              if (isStart(from) && !now.questions().isEmpty()) {
                // who never decides by a rule needs no other beginning
                lost.clear();
              }
              Set<String> added = new TreeSet<>(now.questions());
              added.removeAll(before.questions());
              Set<String> ends = new TreeSet<>(now.ends());
              ends.removeAll(before.ends());
              Element here = theirFlows.named(id(from)).stream().findFirst().orElse(process);
              if (!lost.isEmpty()) {
                findings.add(
                    here, "must still lead to %s, which comes next", String.join(", ", lost));
              }
              if (hasClocks && !added.isEmpty()) {
                findings.add(
                    here,
                    "leads to %s, which isn't the next question; nobody's answer would be taken",
                    String.join(", ", added));
              }
              if (hasClocks && !ends.isEmpty()) {
                findings.add(
                    here,
                    "can end at %s, and the lead would wait for an answer that nobody is asked for",
                    String.join(", ", ends));
              }
            });
    theirs
        .all("userTask")
        .filter(task -> hasClocks && !questions.contains(id(task)))
        .filter(task -> !ahead(theirFlows, id(task), questions).ends().isEmpty())
        .forEach(
            task ->
                findings.add(
                    task,
                    "can be followed by an end, but only a question that ships ends a handoff; lead"
                        + " every answer on to the next question, where a no can be said"));
  }

  private static boolean isStart(Element element) {
    return is(element, "startEvent")
        && element.getParentNode() instanceof Element parent
        && is(parent, "process");
  }

  private static Ahead ahead(Flows flows, String from, Set<String> questions) {
    Ahead ahead = new Ahead(new HashSet<>(), new HashSet<>());
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      flows.from(open.pop()).stream()
          .filter(seen::add)
          .flatMap(to -> flows.named(to).stream())
          .forEach(
              to -> {
                if (questions.contains(id(to))) {
                  ahead.questions().add(id(to));
                } else if (attribute(to, "delegateExpression")
                    .filter(CLOSE::contains)
                    .isPresent()) {
                  seen.add(id(to));
                } else if (is(to, "endEvent")) {
                  ahead.ends().add(id(to));
                } else {
                  open.push(id(to));
                }
              });
    }
    return ahead;
  }
}
