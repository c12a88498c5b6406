package dev.baton.connect.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Kind of system that hears of leads: how a fact becomes its calls. */
public interface ConnectedSystem {

  /** The word for it, such as {@code webhook}. */
  String kind();

  /** Whether a connection says where it is and signs with a secret of its own. */
  default boolean hasAddress() {
    return false;
  }

  /** The words of the kinds of facts that it can hear. */
  default List<String> events() {
    return FactKind.WORDS;
  }

  /** What lacks for it to be called, in words, such as a setting. */
  Optional<String> missing(Connection connection);

  /** Tells it a fact, outside of any transaction. */
  DeliveryAttempt deliver(Connection connection, OutboundMessage message);

  /** Whether it keeps lists of leads. */
  default boolean keepsLists() {
    return false;
  }

  /** Whether it is looked after now and then, without a fact. */
  default boolean isSynchronized() {
    return keepsLists();
  }

  /** Takes over what was changed there since an instant, and tells what its lists lack. */
  default DeliveryAttempt synchronize(Connection connection, Instant since) {
    throw new IllegalStateException("Nothing is synchronized with a " + kind());
  }

  /** Asks it whether it takes calls of ours. */
  DeliveryAttempt test(Connection connection);
}
