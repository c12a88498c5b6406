package dev.baton.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.mapping.PersonNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Mapper of payloads: each of their events becomes a signal of the contract, or is left out. */
public final class PayloadMapper {
  private final SourceMapping mapping;
  private final Instant receivedAt;

  public PayloadMapper(SourceMapping mapping, Instant receivedAt) {
    this.mapping = mapping;
    this.receivedAt = receivedAt;
  }

  /** Each of its events. */
  public List<ObjectNode> signals(JsonNode payload) {
    JsonNode list = mapping.each().isEmpty() ? payload : JsonPath.at(payload, mapping.each());
    JsonNode events = list.isMissingNode() ? payload : list;
    List<ObjectNode> signals = new ArrayList<>();
    (events.isArray() ? events : List.of(events))
        .forEach(event -> signal(event).ifPresent(signals::add));
    return signals;
  }

  private Optional<ObjectNode> signal(JsonNode event) {
    Optional<ObjectNode> mapped = mapping.rules().isEmpty() ? asItIs(event) : mapped(event);
    mapped.ifPresent(signal -> complete(signal, event));
    return mapped;
  }

  private static Optional<ObjectNode> asItIs(JsonNode event) {
    return Optional.of(event.isObject() ? event.deepCopy() : JsonNodeFactory.instance.objectNode());
  }

  /** The same event has the same id, whenever it comes again. */
  private void complete(ObjectNode signal, JsonNode event) {
    if (!signal.hasNonNull("id")) {
      byte[] content = event.toString().getBytes(StandardCharsets.UTF_8);
      signal.put("id", "payload:" + UUID.nameUUIDFromBytes(content));
    }
    if (!signal.hasNonNull("occurredAt")) {
      signal.put("occurredAt", receivedAt.toString());
    }
  }

  /** Empty where the type is one of those that are left out. */
  private Optional<ObjectNode> mapped(JsonNode event) {
    ObjectNode signal = JsonNodeFactory.instance.objectNode();
    signal.putObject("lead");
    Set<String> told = new HashSet<>();
    for (MappingRule rule : mapping.rules()) {
      List<JsonNode> found = rule.path() == null ? List.of() : JsonPath.all(event, rule.path());
      boolean isThere = rule.path() == null || !found.isEmpty();
      if (!isThere || told.contains(rule.field())) {
        continue;
      }
      if (!put(signal, rule, found) && rule.field().equals("type")) {
        return Optional.empty();
      }
      told.add(rule.field());
    }
    PersonNames.split((ObjectNode) signal.get("lead"));
    return Optional.of(signal);
  }

  /** False where its map doesn't know what stands there. */
  private static boolean put(ObjectNode signal, MappingRule rule, List<JsonNode> found) {
    if (rule.path() == null) {
      set(signal, rule.field(), JsonNodeFactory.instance.textNode(String.valueOf(rule.value())));
      return true;
    }
    JsonNode only = found.get(0);
    if (only.isContainerNode()) {
      set(signal, rule.field(), only.deepCopy());
      return true;
    }
    String text = found.stream().map(JsonNode::asText).collect(Collectors.joining(":"));
    Map<String, String> map = rule.map();
    if (map != null) {
      String known = map.getOrDefault(text, map.get("*"));
      if (known == null) {
        return false;
      }
      text = known;
    }
    set(signal, rule.field(), PayloadValue.read(text, String.valueOf(rule.as())));
    return true;
  }

  private static void set(ObjectNode root, String field, JsonNode value) {
    ObjectNode object = root;
    String[] names = field.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      object =
          object.path(names[i]) instanceof ObjectNode inner ? inner : object.putObject(names[i]);
    }
    object.set(names[names.length - 1], value);
  }
}
