package dev.baton.web.staff;

import dev.baton.handoff.DeadlineRecalculation.Difference;

/**
 * A running clock that would be promised otherwise today, as a manager reads it.
 *
 * @param who the lead in one line
 * @param owner the owner's name, or null
 */
record ChangedDeadlineRow(Difference difference, String who, String owner) {}
