package dev.baton.handoff.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why, by whom and when.
 *
 * @param by a person's id, or {@code rule}
 * @param note in the person's own words, or null
 */
public record DueChangeReason(DueChangeCause cause, String by, @Nullable String note, Instant at) {}
