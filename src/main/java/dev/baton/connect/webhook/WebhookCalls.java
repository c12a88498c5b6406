package dev.baton.connect.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.sql.SecretEncryption;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;

/** Signed POSTs of events to the address of a connection. */
@Component
class WebhookCalls {
  private static final MediaType EVENT =
      Objects.requireNonNull(MediaType.parse("application/cloudevents+json; charset=utf-8"));

  /** Signatures are made on the real clock, whatever time it is here. */
  static final Clock REAL_TIME = Clock.systemUTC();

  private final SecretEncryption secrets;
  private final OutboundCalls calls;
  private final ObjectMapper json;

  WebhookCalls(SecretEncryption secrets, OutboundCalls calls, ObjectMapper json) {
    this.secrets = secrets;
    this.calls = calls;
    this.json = json;
  }

  Optional<String> missing(Connection connection) {
    return secrets.decrypt(connection.secret()).isPresent()
        ? Optional.empty()
        : Optional.of("The secret can't be read with this baton.connect.key; give it anew");
  }

  DeliveryAttempt send(Connection connection, CloudEvent event) {
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
