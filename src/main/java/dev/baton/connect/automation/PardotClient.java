package dev.baton.connect.automation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.audience.Audience;
import dev.baton.connect.call.SystemCalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of Pardot's (Account Engagement's) objects, version 5. */
final class PardotClient implements AutomationClient {
  static final String FIELDS = "Baton_%s__c";
  private static final String PROSPECTS = "/api/v5/objects/prospects";
  private static final String MEMBERS = "/api/v5/objects/list-memberships";
  private static final int MOST_MEMBERS = 50;

  private final SystemCalls http;

  PardotClient(SystemCalls http) {
    this.http = http;
  }

  @Override
  public int calls() {
    return http.calls();
  }

  @Override
  public void check() {
    http.get(PROSPECTS + "?fields=id&limit=1");
  }

  @Override
  public String write(String email, PersonFields fields) {
    Map<String, String> prospect = new LinkedHashMap<>(fields.named(FIELDS));
    prospect.put("email", email);
    return http.post(
            PROSPECTS + "/do/upsertLatestByEmail",
            Map.of("matchEmail", email, "prospect", prospect, "fields", List.of("id")))
        .path("id")
        .asText();
  }

  @Override
  public void erase(String id) {
    String path = PROSPECTS + "/" + SystemCalls.encoded(id);
    if (http.find(path + "?fields=id").isPresent()) {
      http.call("DELETE", path, null);
    }
  }

  @Override
  public int mostMembers() {
    return MOST_MEMBERS;
  }

  @Override
  public Optional<String> identity(String email) {
    JsonNode found = http.get(PROSPECTS + "?fields=id&limit=1&email=" + SystemCalls.encoded(email));
    return Optional.ofNullable(found.at("/values/0/id").asText(null));
  }

  /** One by one: it knows a membership by an id of its own. */
  @Override
  public void change(Audience audience, boolean added, List<String> identities) {
    String list = String.valueOf(audience.list());
    for (String prospect : identities) {
      JsonNode found =
          http.get(
              "%s?fields=id&listId=%s&prospectId=%s"
                  .formatted(MEMBERS, SystemCalls.encoded(list), SystemCalls.encoded(prospect)));
      String membership = found.at("/values/0/id").asText(null);
      if (added && membership == null) {
        http.post(MEMBERS, Map.of("listId", list, "prospectId", prospect));
      } else if (!added && membership != null) {
        http.call("DELETE", MEMBERS + "/" + SystemCalls.encoded(membership), null);
      }
    }
  }
}
