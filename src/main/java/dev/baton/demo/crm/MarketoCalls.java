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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each call of a simulated Marketo does to its people and lists; errors are 200. */
final class MarketoCalls implements SimulatedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PEOPLE = "people";
  private static final String ACTIVITIES = "activities";
  private static final int PAGE = 3;
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
      case "/rest/v1/activities/pagingtoken.json" -> firstPage(uri);
      case "/rest/v1/activities.json" -> activities(uri);
      default -> new Reply(200, problem("610"));
    };
  }

  private static String parameter(URI uri, String name) {
    String query = "&" + uri.getRawQuery();
    int from = query.indexOf("&" + name + "=");
    int begin = from + name.length() + 2;
    int end = query.indexOf('&', begin);
    return from < 0
        ? ""
        : URLDecoder.decode(
            query.substring(begin, end < 0 ? query.length() : end), StandardCharsets.UTF_8);
  }

  private Reply firstPage(URI uri) {
    Instant since = Instant.parse(parameter(uri, "sinceDatetime"));
    long before =
        records.all(ACTIVITIES).stream().filter(one -> one.changedAt().isBefore(since)).count();
    ObjectNode answer = JSON.createObjectNode().put("success", true);
    return new Reply(200, answer.put("nextPageToken", token(before)));
  }

  /** Of a restart there nobody knows the pages any more. */
  private String token(long from) {
    return "P%s-%d".formatted(Integer.toHexString(records.hashCode()), from);
  }

  private Reply activities(URI uri) {
    String token = parameter(uri, "nextPageToken");
    if (!token.startsWith(token(0).substring(0, token(0).lastIndexOf('-') + 1))) {
      return new Reply(200, problem("1003"));
    }
    List<String> types = List.of(parameter(uri, "activityTypeIds").split(",", -1));
    List<SimulatedRecord> all = records.all(ACTIVITIES);
    int from = Integer.parseInt(token.substring(token.lastIndexOf('-') + 1));
    int to = Math.min(all.size(), from + PAGE);
    ObjectNode answer = JSON.createObjectNode().put("success", true);
    ArrayNode results = answer.putArray("result");
    all.subList(from, to).stream()
        .filter(one -> types.contains(one.value("activityTypeId")))
        .forEach(one -> results.add(activity(one)));
    return new Reply(
        200, answer.put("nextPageToken", token(to)).put("moreResult", to < all.size()));
  }

  private static ObjectNode activity(SimulatedRecord one) {
    ObjectNode activity =
        JSON.createObjectNode()
            .put("id", Long.parseLong(one.id()))
            .put("marketoGUID", one.id())
            .put("leadId", Long.parseLong(one.value("leadId")))
            .put("activityDate", one.changedAt().toString())
            .put("activityTypeId", Integer.parseInt(one.value("activityTypeId")))
            .put("primaryAttributeValue", one.value("name"));
    activity
        .putArray("attributes")
        .addObject()
        .put("name", "Webpage URL")
        .put("value", one.value("page"));
    return activity;
  }

  private Reply people(URI uri) {
    ObjectNode answer = JSON.createObjectNode().put("success", true);
    ArrayNode results = answer.putArray("result");
    for (String id : parameter(uri, "filterValues").split(",", -1)) {
      records
          .find(PEOPLE, "id", id)
          .ifPresent(
              one -> {
                ObjectNode person = results.addObject().put("id", Long.parseLong(id));
                one.values().forEach(person::put);
              });
    }
    return new Reply(200, answer);
  }

  private Reply find(URI uri) {
    if (parameter(uri, "filterType").equals("id")) {
      return people(uri);
    }
    String email = parameter(uri, "filterValues");
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
