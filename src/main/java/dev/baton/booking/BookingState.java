package dev.baton.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a meeting. */
public enum BookingState {
  BOOKED,
  CANCELLED,
  HELD,
  /** The lead didn't come. */
  NO_SHOW;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
