package dev.baton.connect.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system that hears what happens to leads.
 *
 * @param kind the word of a {@link ConnectedSystem}
 * @param address where it is, if a person says so
 * @param secret encrypted
 * @param events the words of the kinds of facts that it hears
 * @param dailyQuota how many calls it takes a day of UTC, or null
 */
public record Connection(
    String name,
    String kind,
    @Nullable String address,
    @Nullable String secret,
    List<String> events,
    @Nullable Integer dailyQuota,
    boolean paused,
    String changedBy,
    Instant changedAt) {

  /** What wakes its worker. */
  String work() {
    return "connection " + name;
  }

  boolean hears(FactKind kind) {
    return kind.isAmong(events);
  }

  /** Keeps address and secret out of logs. */
  @Override
  public String toString() {
    return "Connection[name=%s, kind=%s]".formatted(name, kind);
  }
}
