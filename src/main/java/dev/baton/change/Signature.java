package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signature under a change.
 *
 * @param contentHash of what was signed; it counts for nothing else
 */
public record Signature(
    SigningSide side,
    String by,
    Instant at,
    @Nullable String note,
    @JsonIgnore String contentHash) {}
