package dev.baton.connect.connection;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connections as people see them. */
@Component
public class ConnectionQueries {
  private final Connections connections;
  private final ConnectionHealths healths;
  private final OutboundMessages messages;
  private final Systems systems;
  private final Clock clock;

  ConnectionQueries(
      Connections connections,
      ConnectionHealths healths,
      OutboundMessages messages,
      Systems systems,
      Clock clock) {
    this.connections = connections;
    this.healths = healths;
    this.messages = messages;
    this.systems = systems;
    this.clock = clock;
  }

  public List<ConnectionView> all() {
    return connections.all().stream().map(this::view).toList();
  }

  /** The kinds of systems that there are, and whether each takes an address and a secret. */
  public List<String> kinds() {
    return systems.kinds();
  }

  /** Those that keep lists of leads, and whether each needs the id of one. */
  public Map<String, Boolean> keepingLists() {
    Map<String, Boolean> keeping = new TreeMap<>();
    connections.all().stream()
        .filter(connection -> systems.of(connection).keepsLists())
        .forEach(
            connection -> keeping.put(connection.name(), !systems.of(connection).hasAddress()));
    return keeping;
  }

  /** Its lists are looked at as soon as there is time. */
  public void synchronizeSoon(String name) {
    connections.synchronizeSoon(name);
  }

  ConnectionView view(Connection connection) {
    Instant now = clock.instant();
    ConnectionHealth health = healths.of(connection.name());
    OutboundMessages.Waiting waiting = messages.waiting(connection.name(), now);
    String missing = systems.of(connection).missing(connection).orElse(null);
    String error = health.error();
    Instant errorAt = health.errorAt();
    return new ConnectionView(
        connection.name(),
        connection.kind(),
        state(connection, health.isHeld(now), missing),
        waiting.pending(),
        waiting.failed(),
        waiting.since() == null
            ? 0
            : Math.max(0, Duration.between(waiting.since(), now).toSeconds()),
        health.sentAt(),
        error == null || errorAt == null ? null : new ConnectionView.LastError(errorAt, error),
        new ConnectionView.Terms(
            server(connection.address()),
            connection.events(),
            connection.dailyQuota(),
            health.usedOn(ConnectionHealths.day(now)),
            health.isHeld(now) ? health.heldUntil() : null,
            missing,
            messages.notSent(connection.name()),
            connection.changedBy(),
            connection.changedAt()));
  }

  private static String state(Connection connection, boolean held, @Nullable String missing) {
    if (connection.paused()) {
      return "paused";
    }
    if (missing != null) {
      return "unset";
    }
    return held ? "held" : "active";
  }

  /** Who knows a whole address may often post to it. */
  private static @Nullable String server(@Nullable String address) {
    if (address == null) {
      return null;
    }
    URI uri = URI.create(address);
    return "%s://%s/…".formatted(uri.getScheme(), uri.getAuthority());
  }
}
