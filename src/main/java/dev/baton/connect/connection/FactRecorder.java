package dev.baton.connect.connection;

import dev.baton.alert.delivery.DeliveryDue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Recorder of facts for all connections, in the transaction that states them. */
@Component
public class FactRecorder {
  private final Connections connections;
  private final OutboundMessages messages;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  FactRecorder(
      Connections connections,
      OutboundMessages messages,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.connections = connections;
    this.messages = messages;
    this.facts = facts;
    this.clock = clock;
  }

  /** Whether anybody is there who would hear it. */
  boolean isHeard() {
    return !connections.known().isEmpty();
  }

  /** The same for one kind of facts. */
  public boolean isHeard(FactKind kind) {
    return connections.known().stream().anyMatch(connection -> connection.hears(kind));
  }

  /** Where nobody hears it, it costs nothing. */
  public void record(OutboundFact fact) {
    List<Connection> to =
        connections.known().stream().filter(connection -> connection.hears(fact.kind())).toList();
    if (!to.isEmpty() && messages.add(to, List.of(fact), clock.instant()) > 0) {
      to.forEach(connection -> facts.publishEvent(new DeliveryDue(connection.work())));
    }
  }

  /** To one connection alone. */
  void record(Connection connection, List<OutboundFact> several) {
    if (messages.add(List.of(connection), several, clock.instant()) > 0) {
      facts.publishEvent(new DeliveryDue(connection.work()));
    }
  }

  /** Two leads are one. */
  void merge(OutboundFact fact, String leadId) {
    messages.follow(leadId, fact.leadId());
    record(fact);
  }

  /** What waits of these leads ends; who heard of them hears that they are to go. */
  void erase(List<OutboundFact> erased) {
    Map<String, OutboundFact> byLead =
        erased.stream().collect(Collectors.toMap(OutboundFact::leadId, fact -> fact));
    List<OutboundMessages.Heard> heard = messages.heard(byLead.keySet());
    messages.skip(byLead.keySet(), "erased");
    for (Connection connection : connections.all()) {
      List<OutboundFact> its = new ArrayList<>();
      heard.stream()
          .filter(one -> one.connection().equals(connection.name()))
          .forEach(one -> its.add(byLead.get(one.leadId())));
      if (!its.isEmpty()) {
        record(connection, its);
      }
    }
  }
}
