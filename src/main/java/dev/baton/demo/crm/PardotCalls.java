package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each call of a simulated Pardot does to its prospects and lists, in one business unit. */
final class PardotCalls implements SimulatedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PEOPLE = "prospects";
  private static final String UNIT = "Pardot-Business-Unit-Id";

  private final SimulatedRecords records;
  private final Clock clock;

  PardotCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    // nobody there is known to us
  }

  @Override
  public ObjectNode problem(String code) {
    return JSON.createObjectNode().put("status", "error").put("message", code);
  }

  @Override
  public Optional<Reply> refuse(Headers headers) {
    String unit = String.valueOf(headers.getFirst(UNIT));
    return unit.startsWith("0Uv") ? Optional.empty() : Optional.of(error(400, "NO_UNIT"));
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    String[] parts = uri.getPath().split("/", -1);
    String last = parts[parts.length - 1];
    Map<String, String> query = query(uri);
    if (parts[4].equals("list-memberships")) {
      return switch (method) {
        case "GET" ->
            values(
                records.find(
                    list(query.getOrDefault("listId", "")),
                    "member",
                    query.getOrDefault("prospectId", "")));
        case "DELETE" -> leave(last);
        default -> join(said);
      };
    }
    return switch (method) {
      case "POST" -> write(said);
      case "DELETE" -> {
        records.remove(PEOPLE, last);
        yield new Reply(204, null);
      }
      default ->
          last.equals(PEOPLE)
              ? values(records.find(PEOPLE, "email", query.getOrDefault("email", "")))
              : records.find(PEOPLE, "id", last).isPresent()
                  ? new Reply(200, JSON.createObjectNode().put("id", last))
                  : error(404, "NOT_FOUND");
    };
  }

  private static String list(String id) {
    return "list " + id;
  }

  private Reply write(JsonNode said) {
    Map<String, String> values = new LinkedHashMap<>();
    said.path("prospect")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    records.put(PEOPLE, "email", values, clock.instant());
    SimulatedRecord person =
        records.find(PEOPLE, "email", said.path("matchEmail").asText()).orElseThrow();
    return new Reply(200, JSON.createObjectNode().put("id", person.id()));
  }

  private Reply join(JsonNode said) {
    String list = list(said.path("listId").asText());
    String prospect = said.path("prospectId").asText();
    if (records.find(list, "member", prospect).isPresent()) {
      return error(400, "DUPLICATE");
    }
    records.put(list, "member", Map.of("member", prospect), clock.instant());
    return new Reply(201, JSON.createObjectNode());
  }

  private Reply leave(String membership) {
    records.types().stream()
        .filter(type -> type.startsWith("list "))
        .forEach(type -> records.remove(type, membership));
    return new Reply(204, null);
  }

  private static Reply values(Optional<SimulatedRecord> found) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("values");
    found.ifPresent(one -> answer.withArray("values").addObject().put("id", one.id()));
    return new Reply(200, answer);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
