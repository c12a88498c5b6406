package dev.baton.know.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as its first owner answered it.
 *
 * @param acceptedAt null where the rep rejected it or hasn't answered
 * @param rejected the reason at the review, or null
 * @param nextAt the first touch or answer after it was accepted, or null
 * @param inTime whether the review met its deadline; null while nothing is known
 */
record ReviewedLead(
    String leadId,
    String rep,
    String band,
    @Nullable Instant acceptedAt,
    @Nullable String rejected,
    @Nullable Instant nextAt,
    @Nullable Boolean inTime) {

  boolean isReviewed() {
    return acceptedAt != null || rejected != null;
  }
}
