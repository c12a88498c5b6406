package dev.baton.web.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer that somebody has to give, with its deadline. */
public record DueAction(
    String handoffId,
    String leadId,
    String clock,
    Instant dueAt,
    @Nullable String owner,
    @Nullable String team) {}
