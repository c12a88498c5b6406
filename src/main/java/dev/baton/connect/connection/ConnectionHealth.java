package dev.baton.connect.connection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries to one system go.
 *
 * @param failures in a row, of calls that it didn't answer as a working system does
 * @param heldUntil nothing is sent before
 * @param usedOn the day of UTC in which {@code used} calls were made
 * @param heardTo what was changed there before is known
 */
record ConnectionHealth(
    int failures,
    @Nullable Instant heldUntil,
    @Nullable String error,
    @Nullable Instant errorAt,
    @Nullable Instant sentAt,
    @Nullable LocalDate usedOn,
    int used,
    @Nullable Instant heardTo) {
  static final ConnectionHealth UNKNOWN =
      new ConnectionHealth(0, null, null, null, null, null, 0, null);

  int usedOn(LocalDate day) {
    return day.equals(usedOn) ? used : 0;
  }

  boolean isHeld(Instant now) {
    return heldUntil != null && heldUntil.isAfter(now);
  }
}
