package dev.baton.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.OutboundCalls;
import java.util.Optional;
import java.util.Set;

/** HubSpot's webhooks send the number of a contact. */
final class HubSpotLookup implements EventLookup {
  private static final Set<String> MADE = Set.of("contact.creation", "object.creation");
  private static final String WANTED =
      "email,firstname,lastname,jobtitle,phone,company,numemployees,industry,website,country,"
          + "hs_analytics_source,hs_email_optout,message";

  /** What HubSpot calls a contact among its objects; a company has a number of its own. */
  private static final String CONTACT = "0-1";

  private final SystemSettings settings;
  private final LookupCalls calls;

  HubSpotLookup(SystemSettings settings, OutboundCalls calls) {
    this.settings = settings;
    this.calls = new LookupCalls(settings.apiUrl(), "https://api.hubapi.com", calls);
  }

  @Override
  public boolean points(JsonNode event) {
    return settings.hasToken()
        && MADE.contains(event.path("subscriptionType").asText())
        && event.path("objectTypeId").asText(CONTACT).equals(CONTACT)
        && event.path("objectId").asText().matches("\\d{1,19}")
        && !event.has("properties");
  }

  @Override
  public boolean complete(ObjectNode event) {
    String path =
        "/crm/v3/objects/contacts/%s?properties=%s"
            .formatted(event.path("objectId").asText(), WANTED);
    Optional<JsonNode> contact =
        calls.get(calls.request(path, settings.token()).build(), "contact");
    contact.ifPresent(said -> event.set("properties", said.path("properties")));
    return contact.isPresent();
  }
}
