package dev.baton.alert.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Text in a column, for readers of several languages: the row and what it names, as JSON. */
public final class StoredText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROW = "row";
  private static final String VALUES = "values";

  private StoredText() {}

  /** Of a text that names words and texts. */
  public static String write(Text text) {
    return JsonColumn.write(JSON, map(text));
  }

  /** In one order always, so that the same text is the same column. */
  private static Map<String, Object> map(Text text) {
    Map<String, Object> values = new TreeMap<>();
    text.values()
        .forEach((name, value) -> values.put(name, value instanceof Text each ? map(each) : value));
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put(ROW, text.row());
    stored.put(VALUES, values);
    return stored;
  }

  /** What is no such text stands for itself. */
  public static Text read(String stored) {
    try {
      return text(JSON.readValue(stored, new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException e) {
      return Text.literal(stored);
    }
  }

  private static Text text(Map<?, ?> stored) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (stored.get(VALUES) instanceof Map<?, ?> named) {
      named.forEach(
          (name, value) ->
              values.put(
                  String.valueOf(name), value instanceof Map<?, ?> each ? text(each) : value));
    }
    return new Text(String.valueOf(stored.get(ROW)), values);
  }
}
