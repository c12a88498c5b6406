package dev.baton.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Absence: a time in which a person gets no leads.
 *
 * @param to when they are back, without anybody's doing; null: until somebody says so
 * @param handOver to whom their open leads go meanwhile; null: they stay with them
 */
public record Absence(
    String id,
    String person,
    Instant from,
    @Nullable Instant to,
    @Nullable String note,
    String createdBy,
    Instant createdAt,
    @Nullable HandOver handOver) {

  /**
   * Hand-over of the open leads of who is away (rule R24).
   *
   * @param standIn who gets them; null: whom the routing chooses for each
   */
  public record HandOver(@Nullable String standIn) {}

  /** Event: an absence has been entered, taken back or ended. */
  public record Changed(String person) {}

  public Absence {
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("An absence ends after it has begun");
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
