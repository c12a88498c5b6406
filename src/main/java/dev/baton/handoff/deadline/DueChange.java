package dev.baton.handoff.deadline;

import java.time.Instant;

/** A change that was made. */
public record DueChange(String clock, Instant dueBefore, Instant dueAfter, DueChangeReason why) {}
