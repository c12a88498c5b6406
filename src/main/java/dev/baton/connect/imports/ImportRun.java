package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * @param takenTo the last line that was begun
 * @param failure why it stopped by itself, or null
 */
public record ImportRun(
    String id,
    @Nullable String fileName,
    ImportPlan plan,
    String by,
    Instant beganAt,
    ImportState state,
    int takenTo,
    @Nullable Instant endedAt,
    @Nullable String failure) {}
