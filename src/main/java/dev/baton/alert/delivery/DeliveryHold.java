package dev.baton.alert.delivery;

import java.util.Optional;

/**
 * Hold on every delivery: while it gives a reason, what staff is told counts as told and what leads
 * are written is skipped. Nothing of it goes anywhere.
 */
public interface DeliveryHold {

  /** Why nothing is sent now, or empty. */
  Optional<String> reason();
}
