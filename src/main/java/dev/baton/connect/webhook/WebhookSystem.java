package dev.baton.connect.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.BatonSettings;
import dev.baton.connect.audience.AudienceSync;
import dev.baton.connect.call.SystemClient;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.conversion.Conversion;
import dev.baton.connect.conversion.Conversions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A webhook: each fact is one signed POST to an address that a person names. */
@Component
class WebhookSystem implements ConnectedSystem {
  private final WebhookCalls calls;
  private final LeadFacts leads;
  private final Conversions conversions;
  private final AudienceSync audiences;
  private final ObjectMapper json;
  private final BatonSettings settings;

  WebhookSystem(
      WebhookCalls calls,
      LeadFacts leads,
      Conversions conversions,
      AudienceSync audiences,
      ObjectMapper json,
      BatonSettings settings) {
    this.calls = calls;
    this.leads = leads;
    this.conversions = conversions;
    this.audiences = audiences;
    this.json = json;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public boolean hasAddress() {
    return true;
  }

  @Override
  public Optional<String> missing(Connection connection) {
    return calls.missing(connection);
  }

  @Override
  public boolean keepsLists() {
    return true;
  }

  @Override
  public DeliveryAttempt synchronize(Connection connection, Instant since) {
    WebhookLists lists = new WebhookLists(connection, calls, settings.publicUrl(), json);
    return SystemClient.attempt(lists, client -> audiences.tell(connection.name(), client));
  }

  @Override
  public DeliveryAttempt deliver(Connection connection, OutboundMessage message) {
    audiences.consider(connection.name(), message);
    Optional<KnownLead> known = leads.of(message);
    Optional<Conversion> conversion =
        known
            .filter(lead -> Conversions.goal(message).isPresent())
            .filter(lead -> conversions.hindrance(lead).isEmpty())
            .flatMap(lead -> conversions.of(message, lead));
    return calls.send(
        connection, CloudEvent.of(message, known, conversion, settings.publicUrl(), json));
  }

  @Override
  public DeliveryAttempt test(Connection connection) {
    return calls.send(
        connection,
        CloudEvent.of(
            settings.publicUrl(),
            "test:" + UUID.randomUUID(),
            "dev.baton.test",
            WebhookCalls.REAL_TIME.instant(),
            json.createObjectNode()));
  }
}
