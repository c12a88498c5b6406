package dev.baton.connect.automation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.Audience;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemCalls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of Marketo's REST interface, whose errors stand inside of answers that are 200. */
final class MarketoClient implements AutomationClient {
  static final String FIELDS = "baton%s";
  private static final int MOST_MEMBERS = 300;

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
