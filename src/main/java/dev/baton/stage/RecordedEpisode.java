package dev.baton.stage;

/**
 * An episode as it was recorded, whatever became of its lead since.
 *
 * @param recordedFor the lead that it was recorded for
 */
public record RecordedEpisode(String recordedFor, StageEpisode episode) {}
