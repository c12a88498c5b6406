package dev.baton.rehearsal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it is kept.
 *
 * @param content its table, as comma-separated values
 * @param ships whether one of this name comes with the application
 * @param by who changed it last; null where it is as it ships
 */
public record ScenarioFile(
    String name, String content, boolean ships, @Nullable String by, @Nullable Instant at) {}
