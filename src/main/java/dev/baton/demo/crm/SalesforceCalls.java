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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each call of a simulated Salesforce does to its records and answers. */
final class SalesforceCalls implements SimulatedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OBJECTS = "/services/data/v60.0/sobjects/";
  private static final String QUERY = "/services/data/v60.0/query";
  private static final Pattern FROM = Pattern.compile("SELECT (\\S+) FROM (\\w+) WHERE (.+)");
  private static final Pattern EQUAL = Pattern.compile("(\\w+) = '((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern SINCE = Pattern.compile("SystemModstamp >= (\\S+)");
  private static final int PAGE = 20;
  private static final int DAY = 10;

  /** What an administrator there has made, and what is there anyway. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "Contact",
          List.of(
              "Email",
              "Baton_Lead_Id__c",
              "Baton_Stage__c",
              "Baton_Status__c",
              "Baton_Score__c",
              "OwnerId",
              "FirstName",
              "LastName",
              "Title",
              "Phone",
              "Baton_Company__c",
              "MailingCountry",
              "MasterRecordId"),
          "Account",
          List.of("Baton_Domain__c", "Name"),
          "Opportunity",
          List.of(
              "Baton_Handoff_Id__c",
              "Amount",
              "OwnerId",
              "CloseDate",
              "Name",
              "StageName",
              "Loss_Reason__c"));

  private final SimulatedRecords records;
  private final Clock clock;

  SalesforceCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    for (String email : emails) {
      if (records.find("User", "Email", email).isEmpty()) {
        records.add("User", Map.of("Email", email), clock.instant());
      }
    }
  }

  @Override
  public JsonNode problem(String code) {
    ObjectNode problem = JSON.createObjectNode().put("errorCode", code).put("success", false);
    return code.equals("VALIDATION_ERROR") ? problem : JSON.createArrayNode().add(problem);
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    String path = uri.getPath();
    if (path.startsWith(QUERY)) {
      return query(path, uri.getRawQuery());
    }
    String[] parts = uri.getRawPath().substring(OBJECTS.length()).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
    }
    if (parts.length == 2 && parts[1].equals("describe")) {
      return describe(parts[0]);
    }
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    if (method.equals("POST")) {
      return created(parts[0], values(said));
    }
    String property = parts.length == 3 ? parts[1] : "id";
    String key = parts[parts.length - 1];
    Optional<SimulatedRecord> found = records.find(parts[0], property, key);
    return switch (method) {
      case "PATCH" -> upsert(parts[0], property, key, found, values(said));
      case "DELETE" -> delete(parts[0], found);
      default ->
          found
              .map(record -> new Reply(200, node(record)))
              .orElseGet(() -> error(404, "NOT_FOUND"));
    };
  }

  private Reply describe(String type) {
    ObjectNode description = JSON.createObjectNode();
    ArrayNode fields = description.putArray("fields");
    FIELDS.getOrDefault(type, List.of()).forEach(name -> fields.addObject().put("name", name));
    return new Reply(200, description);
  }

  private Reply upsert(
      String type,
      String property,
      String key,
      Optional<SimulatedRecord> found,
      Map<String, String> values) {
    if (found.isPresent()) {
      records.change(type, found.get().id(), values, clock.instant());
      return property.equals("id") ? new Reply(204, null) : made(found.get(), 200);
    }
    if (property.equals("id")) {
      return error(404, "NOT_FOUND");
    }
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(property, key);
    return created(type, all);
  }

  private Reply created(String type, Map<String, String> values) {
    boolean whole =
        switch (type) {
          case "Contact" -> values.containsKey("LastName");
          case "Opportunity" ->
              values.keySet().containsAll(List.of("Name", "StageName", "CloseDate"));
          default -> true;
        };
    return whole
        ? made(records.add(type, values, clock.instant()), 201)
        : error(400, "REQUIRED_FIELD_MISSING");
  }

  private static Reply made(SimulatedRecord record, int status) {
    return new Reply(status, JSON.createObjectNode().put("id", record.id()).put("success", true));
  }

  private Reply delete(String type, Optional<SimulatedRecord> found) {
    if (found.isEmpty()) {
      return error(404, "NOT_FOUND");
    }
    records.remove(type, found.get().id());
    return new Reply(204, null);
  }

  /** Of the language only what Baton says in it. */
  private Reply query(String path, String raw) {
    boolean withDeleted = path.equals(QUERY + "All");
    if (path.length() > QUERY.length() && !withDeleted) {
      String[] next = path.substring(QUERY.length() + 1).split(",", -1);
      return page(
          next[0], Instant.ofEpochMilli(Long.parseLong(next[1])), Integer.parseInt(next[2]));
    }
    String soql = URLDecoder.decode(raw.substring("q=".length()), StandardCharsets.UTF_8);
    Matcher from = FROM.matcher(soql);
    if (!from.matches()) {
      return error(400, "MALFORMED_QUERY");
    }
    Matcher since = SINCE.matcher(from.group(3));
    if (since.find()) {
      String type = withDeleted ? SimulatedRecords.DELETED + from.group(2) : from.group(2);
      return page(type, Instant.parse(since.group(1)), 0);
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode found = answer.putArray("records");
    records.all(from.group(2)).stream()
        .filter(record -> fits(record, from.group(3)))
        .forEach(record -> found.add(node(record)));
    return new Reply(200, answer);
  }

  private static boolean fits(SimulatedRecord record, String where) {
    Matcher equal = EQUAL.matcher(where);
    boolean fits = true;
    while (equal.find()) {
      String wanted = equal.group(2).replaceAll("\\\\(.)", "$1");
      fits &= record.value(equal.group(1)).equalsIgnoreCase(wanted);
    }
    return fits;
  }

  private Reply page(String type, Instant since, int from) {
    List<SimulatedRecord> changed = records.changedSince(type, since);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode page = answer.putArray("records");
    changed.stream().skip(from).limit(PAGE).forEach(record -> page.add(node(record)));
    if (changed.size() > from + PAGE) {
      answer.put(
          "nextRecordsUrl",
          "%s/%s,%d,%d".formatted(QUERY, type, since.toEpochMilli(), from + PAGE));
    }
    return new Reply(200, answer);
  }

  private static ObjectNode node(SimulatedRecord record) {
    ObjectNode node = JSON.createObjectNode().put("Id", record.id());
    record.values().forEach(node::put);
    return node;
  }

  /** A number is written its own way. */
  private static Map<String, String> values(JsonNode said) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> value : said.properties()) {
      boolean number = value.getValue().isNumber();
      String text = value.getValue().asText();
      boolean day = value.getKey().equals("CloseDate") && text.length() > DAY;
      values.put(value.getKey(), number ? text + ".0" : day ? text.substring(0, DAY) : text);
    }
    return values;
  }
}
