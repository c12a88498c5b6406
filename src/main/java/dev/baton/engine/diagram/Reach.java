package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.id;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.ModelXml;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The elements that a token can come to. */
final class Reach {
  private static final String ALWAYS = "";

  private Reach() {}

  /**
   * Those from any start, also of what lies within another element.
   *
   * @param barriers ids of elements beyond which nobody looks
   */
  static Set<String> of(ModelXml model, Set<String> barriers) {
    Map<String, List<String>> ways =
        Way.of(model).stream()
            .collect(
                Collectors.groupingBy(Way::from, Collectors.mapping(Way::to, Collectors.toList())));
    Map<String, List<String>> inside =
        model
            .all("startEvent")
            .collect(
                Collectors.groupingBy(
                    Reach::around, Collectors.mapping(ModelXml::id, Collectors.toList())));
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(inside.getOrDefault(ALWAYS, List.of()));
    while (!open.isEmpty()) {
      String at = open.pop();
      if (reached.add(at)) {
        open.addAll(inside.getOrDefault(at, List.of()));
        if (!barriers.contains(at)) {
          open.addAll(ways.getOrDefault(at, List.of()));
        }
      }
    }
    return reached;
  }

  /** The id of the sub-process that begins with a start; what an event begins can begin always. */
  private static String around(Element start) {
    return start.getParentNode() instanceof Element parent
            && is(parent, "subProcess", "transaction")
            && attribute(parent, "triggeredByEvent").filter("true"::equals).isEmpty()
        ? id(parent)
        : ALWAYS;
  }
}
