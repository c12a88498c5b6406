package dev.baton.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in a column: plain data of ours, which can always be written, and read as we wrote it. */
public final class JsonColumn {
  private interface Step<T> {
    T run() throws JsonProcessingException;
  }

  private JsonColumn() {}

  public static String write(ObjectMapper json, Object value) {
    return run(() -> json.writeValueAsString(value));
  }

  public static <T> T read(ObjectMapper json, String column, Class<T> type) {
    return run(() -> json.readValue(column, type));
  }

  public static <T> T read(ObjectMapper json, String column, TypeReference<T> type) {
    return run(() -> json.readValue(column, type));
  }

  private static <T> T run(Step<T> step) {
    try {
      return step.run();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A column's JSON is ours, and can be written and read", e);
    }
  }
}
