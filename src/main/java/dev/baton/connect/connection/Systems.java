package dev.baton.connect.connection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The kinds of systems that can be connected. */
@Component
class Systems {
  private final Map<String, ConnectedSystem> byKind = new TreeMap<>();

  Systems(List<ConnectedSystem> systems) {
    systems.forEach(system -> byKind.put(system.kind(), system));
  }

  List<String> kinds() {
    return List.copyOf(byKind.keySet());
  }

  ConnectedSystem of(String kind) {
    ConnectedSystem system = byKind.get(kind);
    if (system == null) {
      throw new IllegalStateException("There is no system of the kind " + kind);
    }
    return system;
  }

  ConnectedSystem of(Connection connection) {
    return of(connection.kind());
  }
}
