package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.alert.message.DeliveryOutcome;
import java.time.Instant;

/** How what is claimed gets to whom it is for. */
public interface DeliveryRoute {
  String channel();

  DeliveryOutcome attempt(Delivery delivery) throws JsonProcessingException;

  /** Whether somebody else gets what can't be read at this address; by default nobody does. */
  default boolean takesOver(Delivery delivery, DeliveryOutcome.Dead dead, Instant now) {
    return false;
  }

  /** The last word about a delivery, in the transaction that notes it; the default says none. */
  default void ended(Delivery delivery, DeliveryOutcome outcome, Instant now) {}
}
