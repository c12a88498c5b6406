package dev.baton.people;

import java.time.Instant;

/**
 * Absence: a time in which a person gets no leads.
 *
 * @param to when they are back, without anybody's doing; null: until somebody says so
 */
public record Absence(
    String id,
    String person,
    Instant from,
    Instant to,
    String note,
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
