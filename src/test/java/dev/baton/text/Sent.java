package dev.baton.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** JSON as a sender may write it: what isn't ASCII is escaped, so that anything can be said. */
final class Sent {
  private static final ObjectWriter JSON =
      new JsonMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private Sent() {}

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String address() {
    return UUID.randomUUID() + "@text.example";
  }

  /** A plain signal with one field, such as {@code lead.company}, that isn't. */
  static Map<String, Object> signal(String email, String field, Object value) {
    Map<String, Object> signal = new HashMap<>(Map.of("type", "page_view"));
    Map<String, Object> object = new HashMap<>(Map.of("email", email));
    signal.put("lead", object);
    String[] path = field.split("\\.");
    Map<String, Object> inner = signal;
    for (int i = 0; i < path.length - 1; i++) {
      Map<String, Object> next = path[i].equals("lead") ? object : new HashMap<>();
      inner.put(path[i], next);
      inner = next;
    }
    inner.put(path[path.length - 1], value);
    return signal;
  }
}
