package dev.baton.connect.automation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.Audience;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of Marketo's REST interface, whose errors stand inside of answers that are 200. */
final class MarketoClient implements AutomationClient {
  static final String FIELDS = "baton%s";
  private static final int MOST_MEMBERS = 300;
  private static final String WANTED =
      "id,email,firstName,lastName,title,phone,company,numberOfEmployees,industry,website,country,"
          + "leadSource";

  private final SystemCalls http;

  MarketoClient(SystemCalls http) {
    this.http = http;
  }

  /** What the code of an error means: the token, the 100 calls of 20 s, those of a day. */
  static Optional<DeliveryOutcome> error(JsonNode said) {
    if (said.path("success").asBoolean(true)) {
      return Optional.empty();
    }
    String code = said.at("/errors/0/code").asText("unknown");
    String why = "it answered 200 with the error %s inside".formatted(code);
    return Optional.of(
        switch (code) {
          case "601", "602" -> new DeliveryOutcome.Unauthorized(why);
          case "606", "615" -> new DeliveryOutcome.Hold(why, Duration.ofSeconds(20));
          case "607" -> new DeliveryOutcome.Hold(why, Duration.ofHours(1));
          case "604", "608", "611", "713", "unknown" -> new DeliveryOutcome.Retry(why);
          default -> new DeliveryOutcome.Failed(why);
        });
  }

  @Override
  public int calls() {
    return http.calls();
  }

  @Override
  public void check() {
    http.get("/rest/v1/leads/describe.json");
  }

  @Override
  public String write(String email, PersonFields fields) {
    Map<String, String> person = new LinkedHashMap<>(fields.named(FIELDS));
    person.put("email", email);
    JsonNode result =
        http.post(
                "/rest/v1/leads.json",
                Map.of(
                    "action", "createOrUpdate", "lookupField", "email", "input", List.of(person)))
            .at("/result/0");
    if (result.path("status").asText().equals("skipped")) {
      throw new CallFailed(
          new DeliveryOutcome.Failed(
              "it skipped the record: " + result.at("/reasons/0/code").asText()),
          0);
    }
    return result.path("id").asText();
  }

  @Override
  public boolean tellsActivities() {
    return true;
  }

  @Override
  public String pageSince(Instant since) {
    return http.get(
            "/rest/v1/activities/pagingtoken.json?sinceDatetime="
                + SystemCalls.encoded(since.truncatedTo(ChronoUnit.SECONDS).toString()))
        .path("nextPageToken")
        .asText();
  }

  @Override
  public ActivityPage activities(List<String> types, String page) {
    JsonNode said =
        http.get(
            "/rest/v1/activities.json?nextPageToken=%s&activityTypeIds=%s"
                .formatted(SystemCalls.encoded(page), String.join(",", types)));
    List<ObjectNode> activities = new ArrayList<>();
    said.path("result")
        .forEach(
            one -> {
              if (one instanceof ObjectNode activity) {
                activities.add(activity);
              }
            });
    Map<String, JsonNode> people =
        people(activities.stream().map(MarketoClient::person).distinct().toList());
    for (ObjectNode activity : activities) {
      JsonNode person = people.get(person(activity));
      if (person != null) {
        activity.set("lead", person);
      }
    }
    return new ActivityPage(
        activities, said.path("nextPageToken").asText(page), said.path("moreResult").asBoolean());
  }

  private static String person(JsonNode activity) {
    return activity.path("leadId").asText();
  }

  /** Who they are, by their number; who is gone there is left out. */
  private Map<String, JsonNode> people(List<String> ids) {
    Map<String, JsonNode> people = new HashMap<>();
    for (int from = 0; from < ids.size(); from += MOST_MEMBERS) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_MEMBERS));
      http.get(
              "/rest/v1/leads.json?filterType=id&fields=%s&filterValues=%s"
                  .formatted(WANTED, SystemCalls.encoded(String.join(",", some))))
          .path("result")
          .forEach(person -> people.put(person.path("id").asText(), person));
    }
    return people;
  }

  @Override
  public void erase(String id) {
    http.post("/rest/v1/leads/delete.json", Map.of("input", List.of(Map.of("id", id))));
  }

  @Override
  public int mostMembers() {
    return MOST_MEMBERS;
  }

  @Override
  public Optional<String> identity(String email) {
    JsonNode found =
        http.get(
            "/rest/v1/leads.json?filterType=email&fields=id&filterValues="
                + SystemCalls.encoded(email));
    return Optional.ofNullable(found.at("/result/0/id").asText(null));
  }

  @Override
  public void change(Audience audience, boolean added, List<String> identities) {
    String list = SystemCalls.encoded(String.valueOf(audience.list()));
    http.call(
        added ? "POST" : "DELETE",
        "/rest/v1/lists/%s/leads.json".formatted(list),
        Map.of("input", identities.stream().map(id -> Map.of("id", id)).toList()));
  }
}
