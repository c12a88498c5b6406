package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A definition was replaced: what the figures on both sides of this instant mean differs.
 *
 * @param kind {@code process} or {@code table}
 * @param key the id of the process or the table
 * @param name as people know it
 * @param version from 2 on; the first one changes nothing
 * @param change the number of the change that brought it, or null where none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DefinitionChange(
    Instant at, String kind, String key, String name, int version, @Nullable Long change) {}
