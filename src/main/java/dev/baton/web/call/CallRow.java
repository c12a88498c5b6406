package dev.baton.web.call;

import dev.baton.web.lead.search.LeadRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lead on the list of calls.
 *
 * @param phone as far as known
 * @param callable false where the lead has said that it must not be called
 * @param last what somebody did last and what came of it, or null
 * @param dueAt when it is to be tried
 * @param advice what the retry plan says
 * @param outcomes what may be said of a call made now, in the order of their keys
 */
record CallRow(
    LastAttempt attempt,
    LeadRow lead,
    @Nullable String phone,
    boolean callable,
    @Nullable String last,
    Instant dueAt,
    String advice,
    @Nullable BestHour bestHour,
    List<CallOutcome> outcomes) {

  boolean isDue(Instant now) {
    return !dueAt.isAfter(now) || attempt.recordedAt() == null;
  }
}
