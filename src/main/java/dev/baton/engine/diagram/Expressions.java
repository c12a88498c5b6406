package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.gate.ModelXml;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The texts of a model that the engine evaluates: neither labels nor names of steps. */
final class Expressions {
  private Expressions() {}

  static Stream<String> of(Element element) {
    if (is(element, "documentation", "text")) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of(ModelXml.text(element)),
            ModelXml.attributes(element)
                .filter(each -> !each.getLocalName().equals("name"))
                .filter(each -> !each.getLocalName().equals("delegateExpression"))
                .map(each -> each.getValue()))
        .filter(text -> text.contains("${") || text.contains("#{"));
  }
}
