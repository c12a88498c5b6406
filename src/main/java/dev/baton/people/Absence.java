package dev.baton.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Absence: a time in which a person gets no leads.
 *
 * @param to when they are back, without anybody's doing; null: until somebody says so
 */
public record Absence(
    String id,
    String person,
    Instant from,
    @Nullable Instant to,
    @Nullable String note,
    String createdBy,
    Instant createdAt) {

  public Absence {
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("An absence ends after it has begun");
    }
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
