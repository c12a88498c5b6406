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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What each call of a simulated HubSpot does to its records and answers. */
final class HubSpotCalls implements SimulatedCalls {
  private static final int PAGE = 20;
  private static final List<String> STAGES =
      List.of(
          "subscriber",
          "lead",
          "marketingqualifiedlead",
          "salesqualifiedlead",
          "opportunity",
          "customer",
          "evangelist",
          "other");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> owners = ConcurrentHashMap.newKeySet();
  private final Set<String> properties = ConcurrentHashMap.newKeySet();
  private final SimulatedRecords records;
  private final Clock clock;

  HubSpotCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    owners.addAll(emails);
  }

  @Override
  public ObjectNode problem(String category) {
    return JSON.createObjectNode().put("status", "error").put("category", category);
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    String path = uri.getPath();
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    String[] parts = path.substring(1).split("/", -1);
    Map<String, String> query = query(uri.getRawQuery());
    if (path.startsWith("/crm/v3/properties/")) {
      return property(method, parts, said);
    }
    if (path.equals("/crm/v3/owners")) {
      return owner(query.getOrDefault("email", ""));
    }
    if (path.startsWith("/crm/v3/owners/")) {
      return new Reply(
          200, JSON.createObjectNode().put("email", parts[3].substring("owner-".length())));
    }
    if (path.startsWith("/crm/v4/")) {
      return association(method, parts);
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "search" -> search(parts[3], said);
      case "merge" -> merge(said);
      case "gdpr-delete" -> erase(said);
      case "read" -> read(said);
      default -> object(method, parts, query, said);
    };
  }

  private Reply property(String method, String[] parts, JsonNode said) {
    String name = parts[3] + "/" + (parts.length > 4 ? parts[4] : said.path("name").asText());
    if (method.equals("POST")) {
      return properties.add(name) ? new Reply(201, said) : error(409, "OBJECT_ALREADY_EXISTS");
    }
    return properties.contains(name)
        ? new Reply(200, JSON.createObjectNode().put("name", name))
        : error(404, "OBJECT_NOT_FOUND");
  }

  private Reply owner(String email) {
    ObjectNode found = JSON.createObjectNode();
    ArrayNode results = found.putArray("results");
    if (owners.contains(email)) {
      results.addObject().put("id", "owner-" + email).put("email", email);
    }
    return new Reply(200, found);
  }

  private Reply association(String method, String[] parts) {
    if (method.equals("PUT")) {
      records.associate(parts[4], parts[7], parts[8]);
      return new Reply(200, JSON.createObjectNode());
    }
    ObjectNode found = JSON.createObjectNode();
    ArrayNode results = found.putArray("results");
    records
        .associated(parts[4], parts[6])
        .forEach(id -> results.addObject().put("toObjectId", Long.parseLong(id)));
    return new Reply(200, found);
  }

  private Reply object(String method, String[] parts, Map<String, String> query, JsonNode said) {
    String type = parts[3];
    if (method.equals("POST")) {
      return create(type, said);
    }
    String id = URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
    Optional<SimulatedRecord> found =
        records.find(type, query.getOrDefault("idProperty", "id"), id);
    if (found.isEmpty()) {
      return error(404, "OBJECT_NOT_FOUND");
    }
    if (method.equals("PATCH")) {
      records.change(type, found.get().id(), allowed(found.get(), values(said)), clock.instant());
    }
    return new Reply(200, node(found.get()));
  }

  private Reply create(String type, JsonNode said) {
    Map<String, String> values = values(said);
    for (String unique : List.of("email", "baton_handoff_id")) {
      if (values.containsKey(unique)
          && records.find(type, unique, values.get(unique)).isPresent()) {
        return error(409, "CONFLICT");
      }
    }
    SimulatedRecord record = records.add(type, values, clock.instant());
    said.path("associations")
        .forEach(to -> records.associate(to.at("/to/id").asText(), type, record.id()));
    return new Reply(201, node(record));
  }

  /** A lifecycle stage goes back only where there is none; a number is written its own way. */
  private static Map<String, String> allowed(SimulatedRecord before, Map<String, String> values) {
    Map<String, String> allowed = new LinkedHashMap<>(values);
    String stage = values.getOrDefault("lifecyclestage", "");
    if (!stage.isEmpty()
        && STAGES.indexOf(stage) < STAGES.indexOf(before.value("lifecyclestage"))) {
      allowed.remove("lifecyclestage");
    }
    return allowed;
  }

  private static Map<String, String> values(JsonNode said) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> value : said.path("properties").properties()) {
      String text = value.getValue().asText();
      boolean whole = value.getKey().equals("amount") && text.matches("\\d+");
      values.put(value.getKey(), whole ? text + ".00" : text);
    }
    return values;
  }

  private Reply search(String type, JsonNode said) {
    JsonNode filter = said.at("/filterGroups/0/filters/0");
    String property = filter.path("propertyName").asText();
    String value = filter.path("value").asText();
    List<SimulatedRecord> found =
        property.endsWith("lastmodifieddate")
            ? records.changedSince(type, Instant.ofEpochMilli(Long.parseLong(value)))
            : records.find(type, property, value).stream().toList();
    int from = said.path("after").asInt();
    ObjectNode page = JSON.createObjectNode().put("total", found.size());
    ArrayNode results = page.putArray("results");
    found.stream().skip(from).limit(PAGE).forEach(record -> results.add(node(record)));
    if (found.size() > from + PAGE) {
      page.putObject("paging").putObject("next").put("after", String.valueOf(from + PAGE));
    }
    return new Reply(200, page);
  }

  private Reply merge(JsonNode said) {
    records.merge(
        said.path("primaryObjectId").asText(),
        said.path("objectIdToMerge").asText(),
        clock.instant());
    return new Reply(200, JSON.createObjectNode());
  }

  private Reply erase(JsonNode said) {
    records.remove("contacts", said.path("objectId").asText());
    return new Reply(204, null);
  }

  private Reply read(JsonNode said) {
    ObjectNode found = JSON.createObjectNode();
    ArrayNode results = found.putArray("results");
    said.path("inputs")
        .forEach(
            input ->
                records
                    .find("notes", "id", input.path("id").asText())
                    .ifPresent(record -> results.add(node(record))));
    return new Reply(200, found);
  }

  private ObjectNode node(SimulatedRecord record) {
    ObjectNode node = JSON.createObjectNode().put("id", record.id());
    ObjectNode values = node.putObject("properties");
    record.values().forEach(values::put);
    return node;
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String part : raw.split("&", -1)) {
        String[] pair = part.split("=", 2);
        query.put(
            pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
      }
    }
    return query;
  }
}
