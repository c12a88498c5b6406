package dev.baton.signal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a lead did or that is known of it.
 *
 * @param id the sender's id of it, or a generated one
 * @param occurredAt theirs; windows and decay count from it
 * @param recordedAt ours; stages and clocks count from it (rule R2)
 * @param knownAt since when it is known to be this lead's; later than recorded for a visitor's
 */
public record Signal(
    String id,
    String leadId,
    String type,
    Instant occurredAt,
    Instant recordedAt,
    Instant knownAt,
    SignalOrigin origin,
    Map<String, Object> properties) {

  /** The same, had it been recorded at this instant. */
  Signal asOf(Instant instant) {
    return new Signal(id, leadId, type, occurredAt, instant, knownAt, origin, properties);
  }

  /** A property as text, or null. */
  public @Nullable String property(String name) {
    Object value = properties.get(name);
    return value == null ? null : value.toString();
  }
}
