package dev.baton.engine.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** The files of Camunda Forms. */
final class Forms {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Forms() {}

  static Optional<JsonNode> json(byte[] content) {
    try {
      return Optional.of(JSON.readTree(content));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
