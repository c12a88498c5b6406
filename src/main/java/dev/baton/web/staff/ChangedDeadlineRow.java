package dev.baton.web.staff;

import dev.baton.handoff.deadline.DeadlineDifference;
import org.jspecify.annotations.Nullable;

/**
 * Row of a running deadline that would be different under today's policy.
 *
 * @param who the lead in one line
 * @param owner the owner's name, or null
 */
record ChangedDeadlineRow(DeadlineDifference difference, String who, @Nullable String owner) {}
