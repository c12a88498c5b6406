package dev.baton.lead.history;

import dev.baton.lead.ProfileValue;
import org.jspecify.annotations.Nullable;

/**
 * A profile value as it was recorded, whatever became of its lead since.
 *
 * @param recordedFor the lead that it was recorded for
 * @param signalId the sender's id of the signal that told it; null where none did
 */
public record RecordedProfileValue(
    String recordedFor, @Nullable String signalId, ProfileValue value) {}
