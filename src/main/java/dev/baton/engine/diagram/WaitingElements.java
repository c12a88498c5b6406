package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelXml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Where a process waits, whichever way it goes: for a person, a timer or a message. A sub-process
 * and a called process wait only when no way leads through them past all that.
 */
final class WaitingElements {
  private static final Set<String> EVENTS =
      Set.of(
          "timerEventDefinition",
          "messageEventDefinition",
          "signalEventDefinition",
          "conditionalEventDefinition");

  /** Boundaries that end an activity from inside. */
  private static final Set<String> FAILURES =
      Set.of("errorEventDefinition", "escalationEventDefinition", "cancelEventDefinition");

  private static final Pattern CONSTANT = Pattern.compile("[$#]\\{\\s*['\"]([^'\"]*)['\"]\\s*}");

  private final ModelLookup modelLookup;
  private final Set<String> calling;
  private final Map<String, List<Way>> ways;
  private final Map<String, List<String>> failures;
  private final Map<String, Element> nodes = new HashMap<>();

  WaitingElements(ModelXml model, ModelLookup modelLookup) {
    this(model, modelLookup, Set.of());
  }

  private WaitingElements(ModelXml model, ModelLookup modelLookup, Set<String> calling) {
    this.modelLookup = modelLookup;
    this.calling = calling;
    model.all().forEach(element -> nodes.putIfAbsent(id(element), element));
    this.ways =
        Way.of(model).stream()
            .filter(way -> !isBoundary(nodes.get(way.to())))
            .collect(Collectors.groupingBy(Way::from));
    this.failures =
        model
            .all("boundaryEvent")
            .filter(event -> FAILURES.stream().anyMatch(kind -> children(event, kind).count() > 0))
            .collect(
                Collectors.groupingBy(
                    event -> attribute(event, "attachedToRef").orElse(""),
                    Collectors.mapping(ModelXml::id, Collectors.toList())));
  }

  /** Whether a token always waits here. */
  boolean at(Element element) {
    if (is(element, "userTask", "receiveTask", "eventBasedGateway")) {
      return true;
    }
    if (is(element, "intermediateCatchEvent", "boundaryEvent")) {
      return EVENTS.stream()
          .flatMap(kind -> children(element, kind))
          .anyMatch(event -> !isOver(event));
    }
    if (is(element, "callActivity")) {
      return !isPassed(attribute(element, "calledElement").orElse(""));
    }
    return is(element, "subProcess", "transaction", "adHocSubProcess") && !isPassed(element);
  }

  /** A timer for an instant that is written down comes once; one of no length doesn't wait. */
  private static boolean isOver(Element event) {
    return children(event, "timeDate").map(ModelXml::text).anyMatch(WaitingElements::isConstant)
        || children(event, "timeDuration")
            .map(ModelXml::text)
            .anyMatch(text -> isConstant(text) && !text.matches("(?s).*[1-9].*"));
  }

  private static boolean isConstant(String text) {
    return !(text.startsWith("${") || text.startsWith("#{")) || CONSTANT.matcher(text).matches();
  }

  /** Boundaries by which a token may leave an element before it has waited in it. */
  List<String> earlyExits(Element element) {
    List<String> exits = failures.getOrDefault(id(element), List.of());
    return exits.isEmpty() || (at(element) && !failsEarly(element, new HashSet<>()))
        ? List.of()
        : exits;
  }

  /** What calls another process may fail with it. */
  private boolean failsEarly(Element element, Set<String> seen) {
    if (is(element, "subProcess", "transaction", "adHocSubProcess")) {
      return children(element, "startEvent").anyMatch(start -> failsEarly(id(start), seen));
    }
    return is(element, "callActivity", "serviceTask", "sendTask", "scriptTask", "businessRuleTask")
        || FAILURES.stream().anyMatch(kind -> children(element, kind).count() > 0);
  }

  private boolean failsEarly(String node, Set<String> seen) {
    Element element = nodes.get(node);
    if (element == null || !seen.add(node)) {
      return false;
    }
    return failsEarly(element, seen)
        || (!at(element)
            && ways.getOrDefault(node, List.of()).stream()
                .anyMatch(way -> failsEarly(way.to(), seen)));
  }

  /** The process around an element. */
  static String process(Element element) {
    for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
      if (is(each, "process")) {
        return id(each);
      }
    }
    return "";
  }

  /** What nobody knows, or calls itself, is told elsewhere. */
  private boolean isPassed(String called) {
    if (calling.contains(called)) {
      return false;
    }
    Set<String> deeper = new HashSet<>(calling);
    deeper.add(called);
    return modelLookup
        .model(ModelKind.PROCESS, called)
        .map(
            theirs -> {
              WaitingElements waiting = new WaitingElements(theirs, modelLookup, deeper);
              return theirs
                  .all("process")
                  .filter(process -> id(process).equals(called))
                  .anyMatch(waiting::isPassed);
            })
        .orElse(false);
  }

  private boolean isPassed(Element container) {
    return children(container, "startEvent")
        .anyMatch(start -> isPassed(id(start), new HashMap<>()));
  }

  private boolean isPassed(String node, Map<String, Boolean> known) {
    Element element = nodes.get(node);
    if (element == null) {
      return false;
    }
    Boolean before = known.putIfAbsent(node, false);
    if (before != null) {
      return before;
    }
    boolean passed =
        earlyExits(element).stream().anyMatch(exit -> isPassed(exit, known))
            || (!at(element) && goesOn(element, known));
    known.put(node, passed);
    return passed;
  }

  private boolean goesOn(Element element, Map<String, Boolean> known) {
    List<Way> next = ways.getOrDefault(id(element), List.of());
    Predicate<Way> isPassed = way -> isPassed(way.to(), known);
    return isChoice(element, next)
        ? next.stream().anyMatch(isPassed)
        : next.stream().filter(way -> !way.isConditional()).allMatch(isPassed);
  }

  private static boolean isBoundary(@Nullable Element element) {
    return element != null && is(element, "boundaryEvent");
  }

  /** One of the ways is taken, and not each of them. */
  private static boolean isChoice(Element element, List<Way> next) {
    return is(element, "exclusiveGateway", "inclusiveGateway", "complexGateway")
        || (!next.isEmpty() && next.stream().allMatch(Way::isConditional));
  }
}
