package dev.baton.web.lead.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When leads came and last did something, as far as that is asked for; an end is not part of it.
 *
 * @param createdFrom null: at any time; so the others
 */
record LeadTimes(
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Instant signalFrom,
    @Nullable Instant signalTo) {
  static final LeadTimes ANY = new LeadTimes(null, null, null, null);
}
