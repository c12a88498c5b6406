package dev.baton.change.diff;

import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Differences between two files of processes, element by element. Flows to and from what is new or
 * gone are part of its sentence.
 */
final class ProcessDiff {
  private final String file;
  private final List<Difference> differences = new ArrayList<>();

  ProcessDiff(String file) {
    this.file = file;
  }

  List<Difference> between(ModelXml before, ModelXml after) {
    Map<String, Element> old = elements(before);
    Map<String, Element> now = elements(after);
    now.forEach(
        (id, element) -> {
          if (!old.containsKey(id) && !isFlow(element)) {
            added(element, now);
          }
        });
    old.forEach(
        (id, element) -> {
          if (!now.containsKey(id) && !isFlow(element)) {
            differences.add(
                Difference.removed(
                    file,
                    id,
                    ElementWords.label(element),
                    "%s removed".formatted(ElementWords.said(element))));
          }
        });
    now.forEach(
        (id, element) -> {
          Element earlier = old.get(id);
          if (earlier != null && isFlow(element)) {
            flow(earlier, element, old, now);
          } else if (earlier != null) {
            changed(earlier, element);
          } else if (isFlow(element)) {
            addedFlow(element, old, now);
          }
        });
    old.forEach(
        (id, element) -> {
          if (!now.containsKey(id) && isFlow(element)) {
            removedFlow(element, old, now);
          }
        });
    return differences;
  }

  /** What a designer can click on, in the order of the file. */
  private static Map<String, Element> elements(ModelXml model) {
    return model
        .all()
        .filter(ElementWords::isElement)
        .collect(
            Collectors.toMap(
                ModelXml::id, element -> element, (one, other) -> one, LinkedHashMap::new));
  }

  private static boolean isFlow(Element element) {
    return ModelXml.is(element, "sequenceFlow");
  }

  private void added(Element element, Map<String, Element> now) {
    String said = ElementWords.said(element);
    String added =
        ModelXml.attribute(element, "attachedToRef")
            .map(host -> "%s added at %s".formatted(said, name(host, now)))
            .or(
                () ->
                    now.values().stream()
                        .filter(ProcessDiff::isFlow)
                        .filter(flow -> end(flow, "targetRef").equals(ModelXml.id(element)))
                        .map(
                            flow ->
                                "%s added after %s"
                                    .formatted(said, name(end(flow, "sourceRef"), now)))
                        .findFirst())
            .orElse("%s added".formatted(said));
    String terms =
        ElementWords.properties(element).entrySet().stream()
            .filter(property -> ElementWords.isTerm(property.getKey()))
            .map(property -> "; %s %s".formatted(property.getKey(), property.getValue()))
            .collect(Collectors.joining());
    differences.add(
        Difference.added(file, ModelXml.id(element), ElementWords.label(element), added + terms));
  }

  private void changed(Element before, Element after) {
    differences.addAll(
        Difference.ofProperties(
            file,
            ModelXml.id(after),
            ElementWords.said(after),
            ElementWords.properties(before),
            ElementWords.properties(after)));
  }

  private void flow(
      Element before, Element after, Map<String, Element> old, Map<String, Element> now) {
    changed(before, after);
    String wasFrom = end(before, "sourceRef");
    String wasTo = end(before, "targetRef");
    String from = end(after, "sourceRef");
    String to = end(after, "targetRef");
    boolean isMoved = !wasFrom.equals(from) || !wasTo.equals(to);
    // what was put between or taken out tells it
    boolean isTold = !old.containsKey(from) || !old.containsKey(to) || !now.containsKey(wasTo);
    if (isMoved && !isTold) {
      differences.add(
          Difference.changed(
              file,
              ModelXml.id(after),
              wasTo,
              to,
              "The way from %s to %s leads from %s to %s now"
                  .formatted(
                      name(wasFrom, old), name(wasTo, old), name(from, now), name(to, now))));
    }
  }

  private void addedFlow(Element flow, Map<String, Element> old, Map<String, Element> now) {
    String from = end(flow, "sourceRef");
    String to = end(flow, "targetRef");
    if (old.containsKey(from) && old.containsKey(to)) {
      differences.add(
          Difference.added(
              file,
              ModelXml.id(flow),
              to,
              "A way from %s to %s added".formatted(name(from, now), name(to, now))));
    }
  }

  private void removedFlow(Element flow, Map<String, Element> old, Map<String, Element> now) {
    String from = end(flow, "sourceRef");
    String to = end(flow, "targetRef");
    if (now.containsKey(from) && now.containsKey(to)) {
      differences.add(
          Difference.removed(
              file,
              ModelXml.id(flow),
              to,
              "The way from %s to %s removed".formatted(name(from, old), name(to, old))));
    }
  }

  private static String end(Element flow, String attribute) {
    return ModelXml.attribute(flow, attribute).orElse("");
  }

  private static String name(String id, Map<String, Element> elements) {
    return Optional.ofNullable(elements.get(id)).map(ElementWords::label).orElse(id);
  }
}
