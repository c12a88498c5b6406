package dev.baton.connect.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.BatonSettings;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.ConnectionSecrets;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.conversion.Conversion;
import dev.baton.connect.conversion.Conversions;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;

/** A webhook: each fact is one signed POST to an address that a person names. */
@Component
class WebhookSystem implements ConnectedSystem {
  private static final MediaType EVENT =
      Objects.requireNonNull(MediaType.parse("application/cloudevents+json; charset=utf-8"));

  /** Signatures are made on the real clock, whatever time it is here. */
  private static final Clock REAL_TIME = Clock.systemUTC();

  private final ConnectionSecrets secrets;
  private final OutboundCalls calls;
  private final LeadFacts leads;
  private final Conversions conversions;
  private final ObjectMapper json;
  private final BatonSettings settings;

  WebhookSystem(
      ConnectionSecrets secrets,
      OutboundCalls calls,
      LeadFacts leads,
      Conversions conversions,
      ObjectMapper json,
      BatonSettings settings) {
    this.secrets = secrets;
    this.calls = calls;
    this.leads = leads;
    this.conversions = conversions;
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
    return secrets.decrypt(connection.secret()).isPresent()
        ? Optional.empty()
        : Optional.of("The secret can't be read with this baton.connect.key; give it anew");
  }

  @Override
  public DeliveryAttempt deliver(Connection connection, OutboundMessage message) {
    Optional<KnownLead> known = leads.of(message);
    Optional<Conversion> conversion =
        known
            .filter(lead -> Conversions.goal(message).isPresent())
            .filter(lead -> conversions.hindrance(lead).isEmpty())
            .flatMap(lead -> conversions.of(message, lead));
    return send(connection, CloudEvent.of(message, known, conversion, settings.publicUrl(), json));
  }

  @Override
  public DeliveryAttempt test(Connection connection) {
    String id = "test:" + UUID.randomUUID();
    return send(connection, CloudEvent.ping(settings.publicUrl(), id, REAL_TIME.instant(), json));
  }

  private DeliveryAttempt send(Connection connection, CloudEvent event) {
    Optional<String> secret = secrets.decrypt(connection.secret());
    if (secret.isEmpty()) {
      return calls.unset(missing(connection).orElseThrow());
    }
    byte[] body = written(event);
    long seconds = REAL_TIME.instant().getEpochSecond();
    Request request =
        new Request.Builder()
            .url(Objects.requireNonNull(connection.address()))
            .header("webhook-id", event.id())
            .header("webhook-timestamp", String.valueOf(seconds))
            .header(
                "webhook-signature", WebhookSignature.of(secret.get(), event.id(), seconds, body))
            .post(RequestBody.create(body, EVENT))
            .build();
    return calls.deliver(request);
  }

  private byte[] written(CloudEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event can be written", e);
    }
  }
}
