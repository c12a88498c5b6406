package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** What each call of a simulated Marketo does to its people and lists; errors are 200. */
final class MarketoCalls implements SimulatedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PEOPLE = "people";
  private static final Map<Integer, String> CODES =
      Map.of(401, "602", 429, "606", 500, "611", 502, "608", 504, "604");

  private final SimulatedRecords records;
  private final Clock clock;

  MarketoCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    // nobody there is known to us
  }

  @Override
  public ObjectNode problem(String code) {
    ObjectNode said = JSON.createObjectNode().put("success", false);
    boolean isCode = code.matches("\\d+");
    said.putArray("errors").addObject().put("code", isCode ? code : "611");
    return said;
  }

  @Override
  public Reply error(int status, String code) {
    return new Reply(200, problem(CODES.getOrDefault(status, "611")));
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    String path = uri.getPath();
    if (path.startsWith("/rest/v1/lists/")) {
      return members(method, "list " + path.split("/", -1)[4], said);
    }
    return switch (path) {
      case "/rest/v1/leads/describe.json" -> results();
      case "/rest/v1/leads/delete.json" -> {
        said.path("input").forEach(one -> records.remove(PEOPLE, one.path("id").asText()));
        yield results();
      }
      case "/rest/v1/leads.json" -> method.equals("GET") ? find(uri) : write(said);
      default -> new Reply(200, problem("610"));
    };
  }

  private Reply find(URI uri) {
    String query = URLDecoder.decode(String.valueOf(uri.getRawQuery()), StandardCharsets.UTF_8);
    String email = query.substring(query.indexOf("filterValues=") + "filterValues=".length());
    return results(records.find(PEOPLE, "email", email).map(SimulatedRecord::id));
  }

  private Reply write(JsonNode said) {
    Map<String, String> values = new LinkedHashMap<>();
    said.at("/input/0")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    records.put(PEOPLE, "email", values, clock.instant());
    return results(
        records
            .find(PEOPLE, "email", String.valueOf(values.get("email")))
            .map(SimulatedRecord::id));
  }

  private Reply members(String method, String list, JsonNode said) {
    for (JsonNode one : said.path("input")) {
      String id = one.path("id").asText();
      if (method.equals("DELETE")) {
        records.remove(list, "member", id);
      } else {
        records.put(list, "member", Map.of("member", id), clock.instant());
      }
    }
    return results();
  }

  private static Reply results() {
    return results(Optional.empty());
  }

  private static Reply results(Optional<String> id) {
    ObjectNode answer = JSON.createObjectNode().put("success", true);
    ArrayNode results = answer.putArray("result");
    id.ifPresent(
        one -> results.addObject().put("id", Long.parseLong(one)).put("status", "updated"));
    return new Reply(200, answer);
  }
}
