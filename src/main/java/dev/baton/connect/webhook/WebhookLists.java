package dev.baton.connect.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.Audience;
import dev.baton.connect.audience.AudienceClient;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.conversion.HashedAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who comes into an audience and who goes, as events to a webhook. */
final class WebhookLists implements AudienceClient {
  private static final int MOST_MEMBERS = 500;

  private final Connection connection;
  private final WebhookCalls http;
  private final String source;
  private final ObjectMapper json;
  private int calls;

  WebhookLists(Connection connection, WebhookCalls http, String source, ObjectMapper json) {
    this.connection = connection;
    this.http = http;
    this.source = source;
    this.json = json;
  }

  @Override
  public int calls() {
    return calls;
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
    ObjectNode data = json.createObjectNode().put("audience", audience.name());
    if (audience.list() != null) {
      data.put("list", audience.list());
    }
    data.set("emailSha256", json.valueToTree(identities));
    String type = "dev.baton.audience." + (added ? "added" : "removed");
    String id = "audience:" + UUID.randomUUID();
    calls++;
    DeliveryAttempt attempt =
        http.send(
            connection, CloudEvent.of(source, id, type, WebhookCalls.REAL_TIME.instant(), data));
    if (!(attempt.outcome() instanceof DeliveryOutcome.Sent)) {
      throw new CallFailed(attempt.outcome(), 0);
    }
  }
}
