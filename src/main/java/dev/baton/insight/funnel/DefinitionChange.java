package dev.baton.insight.funnel;

import java.time.Instant;

/**
 * A definition was replaced: what the figures on both sides of this instant mean differs.
 *
 * @param kind {@code process} or {@code table}
 * @param key the id of the process or the table
 * @param name as people know it
 * @param version from 2 on; the first one changes nothing
 */
public record DefinitionChange(Instant at, String kind, String key, String name, int version) {}
