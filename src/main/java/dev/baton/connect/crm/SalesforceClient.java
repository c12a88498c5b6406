package dev.baton.connect.crm;

import static dev.baton.connect.crm.SalesforceQueries.quoted;
import static dev.baton.connect.crm.SalesforceRecords.DATA;
import static dev.baton.connect.crm.SalesforceRecords.path;
import static dev.baton.connect.crm.SalesforceRecords.type;
import static dev.baton.connect.crm.SalesforceRecords.typed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The calls of Salesforce's REST API: records by their id or an external id of ours. */
final class SalesforceClient implements CrmClient {
  private static final Duration USUAL_SALE = Duration.ofDays(30);

  private final SystemCalls http;
  private final SalesforceQueries queries;
  private final SalesforceRecords records;
  private final CrmFields fields;
  private final Clock clock;

  SalesforceClient(SystemCalls http, CrmFields fields, Clock clock) {
    this.http = http;
    this.queries = new SalesforceQueries(http, DATA);
    this.records = new SalesforceRecords(fields);
    this.fields = fields;
    this.clock = clock;
  }

  @Override
  public int calls() {
    return http.calls();
  }

  /** Fields of ours are made by an administrator there; who forgot one hears which. */
  @Override
  public void prepare() {
    Set<String> missing = new TreeSet<>();
    for (CrmObject object : List.of(CrmObject.CONTACT, CrmObject.COMPANY, CrmObject.DEAL)) {
      Set<String> known = new HashSet<>();
      http.get("%s/sobjects/%s/describe".formatted(DATA, type(object)))
          .path("fields")
          .forEach(field -> known.add(field.path("name").asText()));
      fields.names(object).stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> missing.add(type(object) + "." + name));
    }
    if (!missing.isEmpty()) {
      throw new CallFailed(
          new DeliveryOutcome.Unauthorized("it lacks the fields " + String.join(", ", missing)), 0);
    }
  }

  @Override
  public Optional<RemoteRecord> find(CrmObject object, String id) {
    return http.find(
            "%s/%s?fields=%s"
                .formatted(path(object), SystemCalls.encoded(id), records.names(object)))
        .map(node -> records.read(object, node));
  }

  @Override
  public Optional<RemoteRecord> findByKey(CrmObject object, String key) {
    String field =
        switch (object) {
          case CONTACT -> "Email";
          case COMPANY -> records.external(object);
          default -> fields.name(object, "handoffId");
        };
    JsonNode found =
        queries.run(
            "SELECT Id,%s FROM %s WHERE %s = '%s' LIMIT 1"
                .formatted(records.names(object), type(object), field, quoted(key)));
    JsonNode first = found.path("records").path(0);
    return first.isMissingNode() ? Optional.empty() : Optional.of(records.read(object, first));
  }

  /** Upserted by the external id: told twice, it is there once. */
  @Override
  public String create(CrmObject object, Map<String, String> values) {
    Map<String, Object> body = typed(values);
    String external = records.external(object);
    Object id = body.remove(external);
    if (object == CrmObject.CONTACT) {
      body.putIfAbsent("LastName", String.valueOf(values.get("Email")));
    } else if (object == CrmObject.DEAL) {
      body.putIfAbsent(
          "CloseDate", LocalDate.ofInstant(clock.instant().plus(USUAL_SALE), ZoneOffset.UTC));
    }
    String path =
        "%s/%s/%s".formatted(path(object), external, SystemCalls.encoded(String.valueOf(id)));
    return http.call("PATCH", path, body).path("id").asText();
  }

  @Override
  public void update(CrmObject object, RemoteRecord before, Map<String, String> values) {
    http.call("PATCH", path(object) + "/" + SystemCalls.encoded(before.id()), typed(values));
  }

  @Override
  public void associate(String contactId, CrmObject object, String id) {
    if (object == CrmObject.COMPANY) {
      update(CrmObject.CONTACT, new RemoteRecord(contactId, Map.of()), Map.of("AccountId", id));
      return;
    }
    String role =
        "SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '%s' AND ContactId = '%s'"
            .formatted(quoted(id), quoted(contactId));
    if (queries.first(role, "Id").isEmpty()) {
      http.post(
          DATA + "/sobjects/OpportunityContactRole",
          Map.of("OpportunityId", id, "ContactId", contactId));
    }
  }

  @Override
  public Optional<String> owner(String email) {
    return queries.first(
        "SELECT Id FROM User WHERE Email = '%s' AND IsActive = true".formatted(quoted(email)),
        "Id");
  }

  @Override
  public Optional<String> ownerEmail(String id) {
    return queries.first("SELECT Email FROM User WHERE Id = '%s'".formatted(quoted(id)), "Email");
  }

  @Override
  public Optional<String> findNote(String contactId, String mark) {
    return queries.first(
        "SELECT Id FROM Task WHERE WhoId = '%s' AND Subject = '%s'"
            .formatted(quoted(contactId), quoted(subject(mark))),
        "Id");
  }

  @Override
  public String addNote(String contactId, String text, Instant at) {
    String mark = text.substring(text.lastIndexOf('\n') + 1);
    return http.post(
            path(CrmObject.NOTE),
            Map.of(
                "WhoId",
                contactId,
                "Subject",
                subject(mark),
                "Description",
                text,
                "Status",
                "Completed",
                "ActivityDate",
                LocalDate.ofInstant(at, ZoneOffset.UTC).toString()))
        .path("id")
        .asText();
  }

  private static String subject(String mark) {
    return "Lead handoff " + mark;
  }

  /** Contacts are merged by people there. */
  @Override
  public boolean merge(String contactId, String other) {
    return false;
  }

  /** With the tasks that say something of the person. */
  @Override
  public void erase(String contactId) {
    queries
        .run("SELECT Id FROM Task WHERE WhoId = '%s'".formatted(quoted(contactId)))
        .path("records")
        .forEach(task -> delete(CrmObject.NOTE, task.path("Id").asText()));
    delete(CrmObject.CONTACT, contactId);
  }

  private void delete(CrmObject object, String id) {
    String path = path(object) + "/" + SystemCalls.encoded(id);
    if (http.find(path + "?fields=Id").isPresent()) {
      http.call("DELETE", path, null);
    }
  }

  @Override
  public Changed changed(CrmObject object, Instant since, @Nullable String after) {
    JsonNode page =
        after == null
            ? queries.run(
                "SELECT Id,%s FROM %s WHERE SystemModstamp >= %s ORDER BY SystemModstamp"
                    .formatted(
                        records.names(object), type(object), since.truncatedTo(ChronoUnit.SECONDS)))
            : http.get(after);
    List<RemoteRecord> changed = new ArrayList<>();
    if (object == CrmObject.CONTACT && after == null) {
      changed.addAll(merged(since));
    }
    page.path("records").forEach(node -> changed.add(records.read(object, node)));
    return new Changed(changed, page.path("nextRecordsUrl").asText(null));
  }

  /** Contacts into which others went; they say so as HubSpot's do. */
  private List<RemoteRecord> merged(Instant since) {
    String master = fields.name(CrmObject.CONTACT, "merged");
    List<RemoteRecord> merged = new ArrayList<>();
    new SalesforceMerges(queries, master)
        .since(since)
        .forEach(
            (stays, gone) ->
                find(CrmObject.CONTACT, stays)
                    .ifPresent(
                        there -> {
                          Map<String, String> values = new LinkedHashMap<>(there.values());
                          values.put(master, String.join(";", gone));
                          merged.add(new RemoteRecord(there.id(), values));
                        }));
    return merged;
  }
}
