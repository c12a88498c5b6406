package dev.baton.handoff.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open lead of somebody who is away (rule R24).
 *
 * @param person whose it is
 * @param standIn who was named for it; null: the routing chooses
 * @param holder who has got it; null: nobody yet
 * @param over whether the absence has ended
 */
record HandedOverLead(
    long id,
    String absenceId,
    String handoffId,
    String person,
    @Nullable String standIn,
    @Nullable String holder,
    @Nullable Instant givenAt,
    boolean over) {

  /** Nobody has got it yet, or it is to go back. */
  boolean hasNextStep() {
    return holder == null || over;
  }

  /** What is still to be told of it, to all whom it concerns. */
  enum News {
    /** Nobody has got it yet. */
    WAITS,
    GIVEN,
    BACK,
    /** It stays with who answered it. */
    KEPT
  }
}
