package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deadline that is open, not yet due, and past its warning. */
public record AtRiskDeadline(
    String handoffId,
    String leadId,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String owner,
    String clock,
    Instant dueAt) {}
