package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.expression.FeelExpression;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Cell of the SLA policy.
 *
 * @param constant whether it says so whatever the inputs are
 * @param value what it comes to; null when that depends, or is nothing
 */
record PolicyCell(String text, boolean constant, @Nullable Object value) {

  static PolicyCell of(Element entry) {
    String text = children(entry, "text").findFirst().map(ModelXml::text).orElse("");
    FeelExpression expression = FeelExpression.expression(text.isEmpty() ? "null" : text);
    boolean constant = expression.error() == null && expression.names().isEmpty();
    return new PolicyCell(
        text, constant, constant && !text.isEmpty() ? FeelExpression.value(text) : null);
  }

  boolean isEmpty() {
    return constant && (value == null || value.equals(""));
  }

  String shown() {
    return text.isEmpty() ? "nothing" : text;
  }
}
