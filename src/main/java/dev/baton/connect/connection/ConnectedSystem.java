package dev.baton.connect.connection;

import java.util.Optional;

/** Kind of system that hears of leads: how a fact becomes its calls. */
public interface ConnectedSystem {

  /** The word for it, such as {@code webhook}. */
  String kind();

  /** Whether a connection says where it is and signs with a secret of its own. */
  boolean hasAddress();

  /** What lacks for it to be called, in words, such as a setting. */
  Optional<String> missing(Connection connection);

  /** Tells it a fact, outside of any transaction. */
  DeliveryAttempt deliver(Connection connection, OutboundMessage message);

  /** Asks it whether it takes calls of ours. */
  DeliveryAttempt test(Connection connection);
}
