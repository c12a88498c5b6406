package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each call of a simulated LinkedIn does: conversions by their ids, and lists of members. */
final class LinkedInCalls implements SimulatedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatedRecords records;
  private final Clock clock;

  LinkedInCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    // nobody there is known to us
  }

  @Override
  public ObjectNode problem(String code) {
    ObjectNode said = JSON.createObjectNode().put("code", code).put("status", 500);
    said.putArray("elements").addObject().put("status", 500);
    return said;
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    String path = uri.getPath();
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    if (path.startsWith("/rest/adAccounts/")) {
      return new Reply(200, JSON.createObjectNode().put("status", "ACTIVE"));
    }
    return path.equals("/rest/conversionEvents") ? convert(said) : users(path, said);
  }

  private Reply convert(JsonNode said) {
    JsonNode ids = said.at("/user/userIds");
    if (said.path("eventId").asText().isEmpty() || ids.isEmpty()) {
      return error(400, "INVALID_EVENT");
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", said.path("eventId").asText());
    values.put("action", said.path("conversion").asText());
    values.put("at", said.path("conversionHappenedAt").asText());
    values.put("value", said.at("/conversionValue/amount").asText());
    values.put("currency", said.at("/conversionValue/currencyCode").asText());
    ids.forEach(id -> values.put(id.path("idType").asText(), id.path("idValue").asText()));
    records.put("conversions", "id", values, clock.instant());
    return new Reply(201, JSON.createObjectNode());
  }

  /** Those of one list: {@code /rest/dmpSegments/{id}/users}. */
  private Reply users(String path, JsonNode said) {
    String list = "list " + path.split("/", -1)[3];
    ObjectNode answer = JSON.createObjectNode();
    for (JsonNode element : said.path("elements")) {
      String hash = element.at("/userIds/0/idValue").asText();
      if (element.path("action").asText().equals("REMOVE")) {
        records.remove(list, "member", hash);
      } else {
        records.put(list, "member", Map.of("member", hash), clock.instant());
      }
      answer.withArray("elements").addObject().put("status", 201);
    }
    return new Reply(200, answer);
  }
}
