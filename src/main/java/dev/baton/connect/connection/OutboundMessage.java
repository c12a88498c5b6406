package dev.baton.connect.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.delivery.LeasedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way to one system.
 *
 * @param attempts counts this one
 * @param key the same for the same fact for ever; the receiver knows by it what it has heard before
 * @param content of the fact, by its kind
 */
public record OutboundMessage(
    long id,
    int attempts,
    String key,
    FactKind kind,
    String leadId,
    @Nullable String handoffId,
    Instant at,
    JsonNode content)
    implements LeasedRow {

  @Override
  public Object leased() {
    return id;
  }
}
