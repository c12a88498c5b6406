package dev.baton.insight.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stalled leads of one owner at one stage.
 *
 * @param owner null: nobody
 * @param stage SAL or SQL
 * @param oldestHours since its oldest lead entered the stage
 */
public record StalledLeadsRow(
    @Nullable String owner, String stage, long n, Instant oldest, double oldestHours) {}
