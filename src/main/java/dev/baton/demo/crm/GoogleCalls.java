package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each call of a simulated Google Data Manager does to its conversions and lists. */
final class GoogleCalls implements SimulatedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CLICKS = List.of("gclid", "gbraid", "wbraid");

  private final SimulatedRecords records;
  private final Clock clock;

  GoogleCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    // nobody there is known to us
  }

  @Override
  public ObjectNode problem(String code) {
    ObjectNode said = JSON.createObjectNode().put("status", "error");
    said.putObject("error").put("status", code);
    return said;
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    String destination = said.at("/destinations/0/productDestinationId").asText();
    boolean hasAccount = !said.at("/destinations/0/operatingAccount/accountId").asText().isEmpty();
    boolean hasConsent = said.at("/consent/adUserData").asText().equals("CONSENT_GRANTED");
    return switch (uri.getPath()) {
      case "/v1/events:ingest" ->
          hasAccount && hasConsent ? convert(destination, said) : error(400, "INVALID_ARGUMENT");
      case "/v1/audienceMembers:ingest" -> members(destination, said, true);
      case "/v1/audienceMembers:remove" -> members(destination, said, false);
      default -> error(404, "NOT_FOUND");
    };
  }

  private Reply convert(String action, JsonNode said) {
    if (said.path("events").isEmpty()) {
      return error(400, "INVALID_ARGUMENT");
    }
    for (JsonNode event : said.path("events")) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("id", event.path("transactionId").asText());
      values.put("action", action);
      values.put("at", event.path("eventTimestamp").asText());
      values.put("value", event.path("conversionValue").asText());
      values.put("currency", event.path("currency").asText());
      values.put("email", event.at("/userData/userIdentifiers/0/emailAddress").asText());
      CLICKS.forEach(id -> values.put(id, event.at("/adIdentifiers/" + id).asText()));
      records.put("conversions", "id", values, clock.instant());
    }
    return taken();
  }

  private Reply members(String destination, JsonNode said, boolean added) {
    if (destination.equals("unknown")) {
      return error(404, "NOT_FOUND");
    }
    for (JsonNode member : said.path("audienceMembers")) {
      String hash = member.at("/userData/userIdentifiers/0/emailAddress").asText();
      if (added) {
        records.put("list " + destination, "member", Map.of("member", hash), clock.instant());
      } else {
        records.remove("list " + destination, "member", hash);
      }
    }
    return taken();
  }

  private static Reply taken() {
    return new Reply(200, JSON.createObjectNode().put("requestId", "r"));
  }
}
