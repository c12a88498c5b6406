package dev.baton.alert.delivery;

import java.util.Optional;

/** Hold on every delivery: while it gives a reason, what is told is recorded but never sent. */
public interface DeliveryHold {

  /** Why nothing is sent now, or empty. */
  Optional<String> reason();
}
