package dev.baton.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.input.StrictJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Looks up what payloads only point to, where an installation has a token for it. What is gone
 * there by then is left out.
 */
@Component
class SourceLookups {
  private final Map<SourceKind, EventLookup> lookups = new EnumMap<>(SourceKind.class);

  private final boolean polls;

  SourceLookups(ConnectSettings settings, OutboundCalls calls) {
    polls = settings.of("marketo").hasCredentials();
    if (settings.of("hubspot").hasToken()) {
      lookups.put(SourceKind.HUBSPOT, new HubSpotLookup(settings.of("hubspot"), calls));
    }
    if (settings.of("linkedin").hasToken()) {
      lookups.put(SourceKind.LINKEDIN, new LinkedInLookup(settings.of("linkedin"), calls));
    }
  }

  /** Whether a payload may wait for us: to look something up, or after a crash. */
  boolean areOn() {
    return !lookups.isEmpty() || polls;
  }

  boolean isNeeded(SignalSource source, String body) {
    EventLookup lookup = lookups.get(source.kind());
    if (lookup != null) {
      for (JsonNode event : events(body)) {
        if (lookup.points(event)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The same payload with what was looked up; outside of any transaction.
   *
   * @throws LookupFailed to be tried again
   */
  String complete(SignalSource source, String body) {
    EventLookup lookup = lookups.get(source.kind());
    if (lookup == null || !isNeeded(source, body)) {
      return body;
    }
    ArrayNode completed = JsonNodeFactory.instance.arrayNode();
    for (JsonNode event : events(body)) {
      boolean isThere =
          !(event instanceof ObjectNode object && lookup.points(event)) || lookup.complete(object);
      if (isThere) {
        completed.add(event);
      }
    }
    return completed.toString();
  }

  private static Iterable<JsonNode> events(String body) {
    try {
      JsonNode payload = StrictJson.read(body);
      JsonNode list = payload.path("elements").isArray() ? payload.path("elements") : payload;
      return list.isArray() ? list : List.of(list);
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }
}
