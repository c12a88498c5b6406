package dev.baton.connect.connection;

import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.alert.delivery.DeliveryDue;
import dev.baton.connect.connection.Connections.ConnectionsChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A thread for each connection, as the connections come and go on whichever node. */
@Component
class ConnectionThreads implements SmartInitializingSingleton {
  private static final String LOOK = "connections";

  private final ChannelThreads threads;
  private final Connections connections;
  private final ConnectionWorker worker;
  private final PastFacts past;
  private final ApplicationEventPublisher facts;

  /** As they are now, by name; only the look itself changes them. */
  private final Map<String, Connection> running = new HashMap<>();

  ConnectionThreads(
      ChannelThreads threads,
      Connections connections,
      ConnectionWorker worker,
      PastFacts past,
      ApplicationEventPublisher facts) {
    this.threads = threads;
    this.connections = connections;
    this.worker = worker;
    this.past = past;
    this.facts = facts;
  }

  @Override
  public void afterSingletonsInstantiated() {
    threads.add(LOOK, this::look);
  }

  @EventListener
  void on(ConnectionsChanged changed) {
    facts.publishEvent(new DeliveryDue(LOOK));
  }

  private boolean look() {
    List<Connection> found = connections.look();
    Map<String, Connection> wanted = new HashMap<>();
    found.forEach(connection -> wanted.put(connection.name(), connection));
    boolean changed = !wanted.equals(running);
    if (changed) {
      running.entrySet().stream()
          .filter(each -> !each.getValue().equals(wanted.get(each.getKey())))
          .forEach(each -> threads.remove(each.getValue().work()));
      found.stream()
          .filter(each -> !each.equals(running.get(each.name())))
          .forEach(each -> threads.add(each.work(), () -> worker.drain(each)));
      running.clear();
      running.putAll(wanted);
    }
    return found.stream().mapToInt(past::catchUp).sum() > 0 || changed;
  }
}
