package dev.baton.connect.ads;

import dev.baton.connect.audience.Audience;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.conversion.Conversion;
import dev.baton.connect.conversion.HashedAddress;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of Google's Data Manager API. */
final class GoogleClient implements AdClient {
  private static final String EVENTS = "/v1/events:ingest";
  private static final int MOST_MEMBERS = 1000;
  private static final int INVALID = 400;
  private static final String GRANTED = "CONSENT_GRANTED";
  private static final List<String> CLICKS = List.of("gclid", "gbraid", "wbraid");

  private final SystemCalls http;
  private final String account;

  GoogleClient(SystemCalls http, String account) {
    this.http = http;
    this.account = account;
  }

  @Override
  public int calls() {
    return http.calls();
  }

  /** No event is an invalid argument to whom it would take one from, and keeps nothing there. */
  @Override
  public void check() {
    Map<String, Object> request = request("0");
    request.put("validateOnly", true);
    request.put("events", List.of());
    try {
      http.post(EVENTS, request);
    } catch (CallFailed e) {
      if (e.status() != INVALID) {
        throw e;
      }
    }
  }

  /** An event that it has by its transaction id is the same one. */
  @Override
  public void send(Conversion conversion, String action) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("transactionId", conversion.id());
    event.put("eventTimestamp", conversion.at().toString());
    event.put("eventSource", "WEB");
    BigDecimal value = conversion.value();
    String currency = conversion.currency();
    if (value != null && currency != null) {
      event.put("conversionValue", value);
      event.put("currency", currency);
    }
    Map<String, String> clicks = new LinkedHashMap<>(conversion.clickIds());
    clicks.keySet().retainAll(CLICKS);
    if (!clicks.isEmpty()) {
      event.put("adIdentifiers", clicks);
    }
    String email = conversion.email();
    if (email != null) {
      event.put("userData", user(HashedAddress.ofGoogle(email)));
    }
    Map<String, Object> request = request(action);
    request.put("events", List.of(event));
    http.post(EVENTS, request);
  }

  @Override
  public int mostMembers() {
    return MOST_MEMBERS;
  }

  @Override
  public Optional<String> identity(String email) {
    return Optional.of(HashedAddress.ofGoogle(email));
  }

  @Override
  public void change(Audience audience, boolean added, List<String> identities) {
    Map<String, Object> request = request(String.valueOf(audience.list()));
    request.put(
        "audienceMembers",
        identities.stream().map(hash -> Map.of("userData", user(hash))).toList());
    if (added) {
      request.put("termsOfService", Map.of("customerMatchTermsOfServiceStatus", "ACCEPTED"));
    } else {
      request.remove("consent");
    }
    http.post(added ? "/v1/audienceMembers:ingest" : "/v1/audienceMembers:remove", request);
  }

  private Map<String, Object> request(String destination) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put(
        "destinations",
        List.of(
            Map.of(
                "operatingAccount",
                Map.of("accountType", "GOOGLE_ADS", "accountId", account),
                "productDestinationId",
                destination)));
    request.put("encoding", "HEX");
    request.put("consent", Map.of("adUserData", GRANTED, "adPersonalization", GRANTED));
    return request;
  }

  private static Map<String, Object> user(String hash) {
    return Map.of("userIdentifiers", List.of(Map.of("emailAddress", hash)));
  }
}
