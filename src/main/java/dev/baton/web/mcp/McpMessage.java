package dev.baton.web.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * Message of JSON-RPC as an assistant sent it, and the refusals that name its id, so that whoever
 * waits for an answer gets one.
 */
record McpMessage(JsonNode said) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS =
      Set.of("initialize", "ping", "tools/list", "tools/call");
  private static final int NO_REQUEST = -32600;
  private static final int NO_METHOD = -32601;
  private static final int WRONG_PARAMETERS = -32602;

  /** Empty where it is no JSON, which the protocol's own servlet refuses. */
  static Optional<McpMessage> read(String body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).map(McpMessage::new);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Why there is nothing to answer to it; empty where there may be. */
  Optional<String> refusal() {
    if (said.isNull()) {
      return Optional.of(refusal(NO_REQUEST, "This is no message"));
    }
    if (!said.has("id") || !said.has("method") || METHODS.contains(method())) {
      return Optional.empty();
    }
    return Optional.of(
        refusal(
            NO_METHOD, "Baton has tools only; known are initialize, ping, tools/list, tools/call"));
  }

  /** For one that has a method of ours, in whose parameters something is wrong. */
  String unreadable() {
    return refusal(WRONG_PARAMETERS, "The params of %s can't be read".formatted(method()));
  }

  private String method() {
    return said.path("method").isTextual() ? said.path("method").asText() : "";
  }

  private String refusal(int code, String sentence) {
    JsonNode id = said.path("id");
    ObjectNode refused = JSON.createObjectNode().put("jsonrpc", "2.0");
    refused.set("id", id.isTextual() || id.isIntegralNumber() ? id : NullNode.getInstance());
    refused.putObject("error").put("code", code).put("message", sentence);
    return refused.toString();
  }
}
