package dev.baton.connect.call;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.connection.DeliveryAttempt;
import java.util.function.Consumer;

/** The calls of one system for one piece of work, counted for its quota of the day. */
public interface SystemClient {

  /** How many it took up to now. */
  int calls();

  /** Does the work: how the system took it, and how many calls that cost. */
  static <C extends SystemClient> DeliveryAttempt attempt(C client, Consumer<C> work) {
    try {
      work.accept(client);
      return new DeliveryAttempt(new DeliveryOutcome.Sent(""), client.calls());
    } catch (CallFailed e) {
      return new DeliveryAttempt(e.outcome(), client.calls());
    }
  }
}
