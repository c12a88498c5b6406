package dev.baton.connect.ads;

import dev.baton.connect.audience.Audience;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.conversion.Conversion;
import dev.baton.connect.conversion.HashedAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of LinkedIn's Conversions API. */
final class LinkedInClient implements AdClient {
  private static final int MOST_MEMBERS = 1000;
  private static final String CLICK = "li_fat_id";

  private final SystemCalls http;
  private final String account;

  LinkedInClient(SystemCalls http, String account) {
    this.http = http;
    this.account = account;
  }

  @Override
  public int calls() {
    return http.calls();
  }

  @Override
  public void check() {
    http.get("/rest/adAccounts/" + SystemCalls.encoded(account));
  }

  /** An event that it has by its id is the same one. */
  @Override
  public void send(Conversion conversion, String action) {
    List<Map<String, String>> ids = new ArrayList<>();
    String email = conversion.email();
    if (email != null) {
      ids.add(id("SHA256_EMAIL", HashedAddress.of(email)));
    }
    String click = conversion.clickIds().get(CLICK);
    if (click != null) {
      ids.add(id("LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID", click));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("conversion", "urn:lla:llaPartnerConversion:" + action);
    event.put("conversionHappenedAt", conversion.at().toEpochMilli());
    event.put("eventId", conversion.id());
    BigDecimal value = conversion.value();
    String currency = conversion.currency();
    if (value != null && currency != null) {
      event.put(
          "conversionValue", Map.of("amount", value.toPlainString(), "currencyCode", currency));
    }
    event.put("user", Map.of("userIds", ids));
    http.post("/rest/conversionEvents", event);
  }

  @Override
  public int mostMembers() {
    return MOST_MEMBERS;
  }

  @Override
  public Optional<String> identity(String email) {
    return Optional.of(HashedAddress.of(email));
  }

  @Override
  public void change(Audience audience, boolean added, List<String> identities) {
    List<Map<String, Object>> elements = new ArrayList<>();
    for (String hash : identities) {
      elements.add(
          Map.of("action", added ? "ADD" : "REMOVE", "userIds", List.of(id("SHA256_EMAIL", hash))));
    }
    String list = SystemCalls.encoded(String.valueOf(audience.list()));
    http.post("/rest/dmpSegments/%s/users".formatted(list), Map.of("elements", elements));
  }

  private static Map<String, String> id(String type, String value) {
    return Map.of("idType", type, "idValue", value);
  }
}
