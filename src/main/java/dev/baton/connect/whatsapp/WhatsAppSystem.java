package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.call.AccessTokens;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.call.SystemClient;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.whatsapp.WhatsAppMessage.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** WhatsApp's Business Cloud: a system by which leads themselves are written to, with consent. */
@Component
class WhatsAppSystem implements ConnectedSystem {
  static final String KIND = "whatsapp";

  private final WhatsAppSettings settings;
  private final WhatsAppComposer composer;
  private final WhatsAppMessages messages;
  private final OutboundCalls http;
  private final ObjectMapper json;
  private final AccessTokens tokens;

  WhatsAppSystem(
      WhatsAppSettings settings,
      WhatsAppComposer composer,
      WhatsAppMessages messages,
      OutboundCalls http,
      ObjectMapper json) {
    this.settings = settings;
    this.composer = composer;
    this.messages = messages;
    this.http = http;
    this.json = json;
    this.tokens = new AccessTokens(settings.system(), "", http, json);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<String> events() {
    return List.of(FactKind.MESSAGE.word());
  }

  @Override
  public Optional<String> missing(Connection connection) {
    return Optional.of(settings.missing()).filter(missing -> !missing.isEmpty());
  }

  @Override
  public DeliveryAttempt test(Connection connection) {
    return attempt(WhatsAppClient::check);
  }

  @Override
  public DeliveryAttempt deliver(Connection connection, OutboundMessage message) {
    Optional<String> missing = missing(connection);
    if (missing.isPresent()) {
      return without(new DeliveryOutcome.Unauthorized(missing.get()));
    }
    if (message.kind() != FactKind.MESSAGE) {
      return without(new DeliveryOutcome.Sent(""));
    }
    Optional<State> before = messages.state(message.key());
    if (before.isPresent() && before.get() != State.SENDING) {
      return without(told(before.get()));
    }
    try {
      return send(message.key(), message.leadId(), composer.of(message));
    } catch (WhatsAppComposer.NotWritten e) {
      return without(new DeliveryOutcome.Skipped(e.why()));
    }
  }

  /** A lead reads nothing twice, whatever is replayed; Meta said what became of it. */
  private static DeliveryOutcome told(State before) {
    return before == State.FAILED
        ? new DeliveryOutcome.Skipped("it didn't arrive")
        : new DeliveryOutcome.Sent("");
  }

  private DeliveryAttempt send(String key, String leadId, WhatsAppLetter letter) {
    messages.add(key, leadId, letter.phone(), letter.kept(), State.SENDING);
    DeliveryAttempt attempt = attempt(client -> client.send(key, letter));
    if (attempt.outcome() instanceof DeliveryOutcome.Sent) {
      messages.is(key, State.SENT, null);
    } else if (!(attempt.outcome() instanceof DeliveryOutcome.Retry)) {
      messages.forget(key);
    }
    return attempt;
  }

  private static DeliveryAttempt without(DeliveryOutcome outcome) {
    return new DeliveryAttempt(outcome, 0);
  }

  private DeliveryAttempt attempt(Consumer<WhatsAppClient> work) {
    SystemCalls.Server server =
        new SystemCalls.Server(settings.url(), Map.of(), WhatsAppErrors::of, false, true);
    return SystemClient.attempt(
        new WhatsAppClient(new SystemCalls(server, tokens, http, json), settings.phoneNumberId()),
        work);
  }
}
