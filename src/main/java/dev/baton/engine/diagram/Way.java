package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * One step of a token in a diagram: along a flow, out of a task by its boundary, or by a link.
 *
 * @param isConditional whether the token may not take it
 */
record Way(String from, String to, boolean isConditional) {

  static List<Way> of(ModelXml model) {
    Stream<Way> flows =
        model
            .all("sequenceFlow")
            .map(
                flow ->
                    new Way(
                        attribute(flow, "sourceRef").orElse(""),
                        attribute(flow, "targetRef").orElse(""),
                        children(flow, "conditionExpression").findAny().isPresent()));
    Stream<Way> boundaries =
        model
            .all("boundaryEvent")
            .map(event -> new Way(attribute(event, "attachedToRef").orElse(""), id(event), false));
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
                    .map(to -> new Way(id(from), id(to), false)));
  }

  private static @Nullable String link(Element event) {
    return children(event, "linkEventDefinition")
        .findFirst()
        .flatMap(link -> attribute(link, "name"))
        .orElse(null);
  }
}
