package dev.baton.signal.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.input.StrictJson;
import dev.baton.input.TextPolicy;
import java.util.Optional;

/** Properties of a signal, without what can't be kept of them, which is told. */
public class SignalProperties {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SignalFields fields;

  public SignalProperties(SignalFields fields) {
    this.fields = fields;
  }

  public JsonNode readable(JsonNode properties) {
    return object("properties", properties);
  }

  private ObjectNode object(String path, JsonNode given) {
    ObjectNode kept = NODES.objectNode();
    given
        .properties()
        .forEach(
            each -> {
              String name = path + "." + each.getKey();
              Optional<String> hindrance = TextPolicy.hindrance(each.getKey(), Integer.MAX_VALUE);
              if (hindrance.isPresent()) {
                fields.leftOut(name, "Its name " + hindrance.get());
              } else {
                value(name, each.getValue()).ifPresent(value -> kept.set(each.getKey(), value));
              }
            });
    return kept;
  }

  private Optional<JsonNode> value(String path, JsonNode given) {
    if (given.isTextual()) {
      return text(path, given.textValue());
    }
    if (given.isNumber() && !StrictJson.isInReach(given)) {
      fields.leftOut(path, "A number that is too large or too small to be kept");
      return Optional.empty();
    }
    if (given.isArray()) {
      ArrayNode kept = NODES.arrayNode();
      for (int i = 0; i < given.size(); i++) {
        value("%s[%d]".formatted(path, i), given.get(i)).ifPresent(kept::add);
      }
      return Optional.of(kept);
    }
    return Optional.of(given.isObject() ? object(path, given) : given);
  }

  private Optional<JsonNode> text(String path, String given) {
    String readable = TextPolicy.readable(given);
    Optional<String> hindrance = TextPolicy.hindrance(readable, Integer.MAX_VALUE);
    if (hindrance.isPresent()) {
      fields.leftOut(path, "It is " + hindrance.get());
      return Optional.empty();
    }
    if (!readable.equals(given)) {
      fields.warning(path, "Control characters were taken out");
    }
    return Optional.of(TextNode.valueOf(readable));
  }
}
