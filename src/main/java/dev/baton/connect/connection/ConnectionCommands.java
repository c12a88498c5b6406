package dev.baton.connect.connection;

import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.input.Conflict;
import dev.baton.privacy.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with connections; each is in the audit. */
@Component
public class ConnectionCommands {
  /** By then each node has looked which connections there are. */
  private static final Duration KNOWN_TO_ALL = Duration.ofSeconds(15);

  private final Connections connections;
  private final OutboundMessages messages;
  private final Systems systems;
  private final AuditTrail audit;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  ConnectionCommands(
      Connections connections,
      OutboundMessages messages,
      Systems systems,
      AuditTrail audit,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.connections = connections;
    this.messages = messages;
    this.systems = systems;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  @Transactional
  public void save(Connection connection, boolean isNew) {
    connections.save(connection);
    Instant at = connection.changedAt();
    if (isNew) {
      connections.catchUp(connection.name(), at, at.plus(KNOWN_TO_ALL));
    }
    note(
        connection.name(),
        isNew ? "connection added" : "connection changed",
        connection.changedBy());
  }

  /** Adds one of a kind of which an installation has one; it hears what happened since, too. */
  @Transactional
  public void add(String kind, Instant since, String by) {
    Instant now = clock.instant();
    List<String> events = systems.of(kind).events();
    save(new Connection(kind, kind, null, null, events, null, false, by, now), true);
    connections.catchUp(kind, since, now.plus(KNOWN_TO_ALL));
  }

  @Transactional
  public void remove(Connection connection, String by) {
    connections.remove(connection.name(), clock.instant());
    note(connection.name(), "connection removed", by);
  }

  /** Outside of any transaction: the system may take its time. */
  DeliveryOutcome test(Connection connection) {
    ConnectedSystem system = systems.of(connection);
    return system
        .missing(connection)
        .<DeliveryOutcome>map(DeliveryOutcome.Failed::new)
        .orElseGet(() -> system.test(connection).outcome());
  }

  /** Leaves everything else as it is, whatever somebody else makes of it at this moment. */
  @Transactional
  public Connection pause(Connection connection, boolean paused, String by) {
    connections.pause(connection.name(), paused);
    note(connection.name(), paused ? "connection paused" : "connection resumed", by);
    return connections.find(connection.name()).orElse(connection);
  }

  /** How many that it has heard, or refused, it is told again; the rest is added afterwards. */
  @Transactional
  public int replay(Connection connection, Instant from, String by) {
    Instant now = clock.instant();
    if (from.isAfter(now)) {
      throw new Conflict("That instant lies ahead");
    }
    int again = messages.replay(connection.name(), from, now);
    connections.catchUp(connection.name(), from, now);
    note(connection.name(), "connection replayed", by);
    facts.publishEvent(new DeliveryDue(connection.work()));
    facts.publishEvent(new Connections.ConnectionsChanged());
    return again;
  }

  private void note(String name, String what, String by) {
    audit.add(by, what, "connection " + name);
  }
}
