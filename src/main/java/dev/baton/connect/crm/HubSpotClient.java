package dev.baton.connect.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.call.SystemCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The calls of HubSpot's CRM, version 3 of its objects and 4 of their associations. */
final class HubSpotClient implements CrmClient {
  private static final int NOTE_TO_CONTACT = 202;
  private static final String STAGE = "lifecyclestage";
  private static final String PROPERTIES = "properties";
  private static final String RESULTS = "results";

  private final SystemCalls http;
  private final CrmFields fields;

  HubSpotClient(SystemCalls http, CrmFields fields) {
    this.http = http;
    this.fields = fields;
  }

  @Override
  public int calls() {
    return http.calls();
  }

  /** What HubSpot has no field for gets one of ours. */
  @Override
  public void prepare() {
    property(CrmObject.CONTACT, "leadId", "contactinformation", false);
    property(CrmObject.CONTACT, "score", "contactinformation", false);
    property(CrmObject.DEAL, "handoffId", "dealinformation", true);
  }

  private void property(CrmObject object, String field, String group, boolean unique) {
    String name = fields.name(object, field);
    String path = "/crm/v3/properties/" + plural(object);
    if (http.find(path + "/" + name).isEmpty()) {
      http.post(
          path,
          Map.of(
              "name",
              name,
              "label",
              "Baton " + field,
              "groupName",
              group,
              "type",
              "string",
              "fieldType",
              "text",
              "hasUniqueValue",
              unique));
    }
  }

  @Override
  public Optional<RemoteRecord> find(CrmObject object, String id) {
    return http.find(
            objects(object) + "/" + SystemCalls.encoded(id) + "?properties=" + names(object))
        .map(HubSpotClient::record);
  }

  @Override
  public Optional<RemoteRecord> findByKey(CrmObject object, String key) {
    if (object == CrmObject.COMPANY) {
      JsonNode results = search(object, "domain", "EQ", key, null).path(RESULTS);
      return results.isEmpty() ? Optional.empty() : Optional.of(record(results.get(0)));
    }
    String unique = object == CrmObject.CONTACT ? "email" : fields.name(object, "handoffId");
    return http.find(
            "%s/%s?idProperty=%s&properties=%s"
                .formatted(objects(object), SystemCalls.encoded(key), unique, names(object)))
        .map(HubSpotClient::record);
  }

  @Override
  public String create(CrmObject object, Map<String, String> values) {
    return http.post(objects(object), Map.of(PROPERTIES, values)).path("id").asText();
  }

  /** HubSpot lets a lifecycle stage go back only where there is none. */
  @Override
  public void update(CrmObject object, RemoteRecord before, Map<String, String> values) {
    String path = objects(object) + "/" + SystemCalls.encoded(before.id());
    if (values.containsKey(STAGE) && before.get(STAGE) != null) {
      http.call("PATCH", path, Map.of(PROPERTIES, Map.of(STAGE, "")));
    }
    http.call("PATCH", path, Map.of(PROPERTIES, values));
  }

  @Override
  public void associate(String contactId, CrmObject object, String id) {
    http.call(
        "PUT",
        "/crm/v4/objects/contacts/%s/associations/default/%s/%s"
            .formatted(SystemCalls.encoded(contactId), plural(object), SystemCalls.encoded(id)),
        Map.of());
  }

  @Override
  public Optional<String> owner(String email) {
    JsonNode results = http.get("/crm/v3/owners?email=" + SystemCalls.encoded(email)).path(RESULTS);
    return results.isEmpty() ? Optional.empty() : Optional.of(results.get(0).path("id").asText());
  }

  @Override
  public Optional<String> ownerEmail(String id) {
    return http.find("/crm/v3/owners/" + SystemCalls.encoded(id))
        .map(owner -> owner.path("email").asText());
  }

  @Override
  public Optional<String> findNote(String contactId, String mark) {
    JsonNode notes =
        http.get(
            "/crm/v4/objects/contacts/%s/associations/notes?limit=500"
                .formatted(SystemCalls.encoded(contactId)));
    List<Map<String, String>> ids = new ArrayList<>();
    notes.path(RESULTS).forEach(note -> ids.add(Map.of("id", note.path("toObjectId").asText())));
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    JsonNode read =
        http.post(
            "/crm/v3/objects/notes/batch/read",
            Map.of("inputs", ids, PROPERTIES, List.of("hs_note_body")));
    for (JsonNode note : read.path(RESULTS)) {
      if (note.at("/properties/hs_note_body").asText().contains(escaped(mark))) {
        return Optional.of(note.path("id").asText());
      }
    }
    return Optional.empty();
  }

  @Override
  public String addNote(String contactId, String text, Instant at) {
    Map<String, Object> association =
        Map.of(
            "to",
            Map.of("id", contactId),
            "types",
            List.of(
                Map.of(
                    "associationCategory",
                    "HUBSPOT_DEFINED",
                    "associationTypeId",
                    NOTE_TO_CONTACT)));
    String body = escaped(text).replace("\n", "<br>");
    return http.post(
            "/crm/v3/objects/notes",
            Map.of(
                PROPERTIES,
                Map.of("hs_timestamp", at.toString(), "hs_note_body", body),
                "associations",
                List.of(association)))
        .path("id")
        .asText();
  }

  @Override
  public boolean merge(String contactId, String other) {
    http.post(
        "/crm/v3/objects/contacts/merge",
        Map.of("primaryObjectId", contactId, "objectIdToMerge", other));
    return true;
  }

  @Override
  public void erase(String contactId) {
    http.post("/crm/v3/objects/contacts/gdpr-delete", Map.of("objectId", contactId));
  }

  @Override
  public Changed changed(CrmObject object, Instant since, @Nullable String after) {
    JsonNode page =
        search(object, modified(object), "GTE", String.valueOf(since.toEpochMilli()), after);
    List<RemoteRecord> records = new ArrayList<>();
    page.path(RESULTS).forEach(result -> records.add(record(result)));
    return new Changed(records, page.at("/paging/next/after").asText(null));
  }

  private static String modified(CrmObject object) {
    return object == CrmObject.CONTACT ? "lastmodifieddate" : "hs_lastmodifieddate";
  }

  private JsonNode search(
      CrmObject object, String property, String operator, String value, @Nullable String after) {
    Map<String, Object> filter =
        Map.of("propertyName", property, "operator", operator, "value", value);
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("filterGroups", List.of(Map.of("filters", List.of(filter))));
    query.put("sorts", List.of(Map.of("propertyName", property, "direction", "ASCENDING")));
    query.put(PROPERTIES, fields.names(object));
    query.put("limit", 100);
    if (after != null) {
      query.put("after", after);
    }
    return http.post(objects(object) + "/search", query);
  }

  private static RemoteRecord record(JsonNode node) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.path(PROPERTIES).properties()) {
      String value = property.getValue().asText("");
      if (!property.getValue().isNull() && !value.isEmpty()) {
        values.put(property.getKey(), value);
      }
    }
    return new RemoteRecord(node.path("id").asText(), values);
  }

  private String names(CrmObject object) {
    return String.join(",", fields.names(object));
  }

  private static String objects(CrmObject object) {
    return "/crm/v3/objects/" + plural(object);
  }

  private static String plural(CrmObject object) {
    return object == CrmObject.COMPANY ? "companies" : object.word() + "s";
  }

  /** Letters stay what they are. */
  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
