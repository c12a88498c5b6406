package dev.baton.desk;

import dev.baton.handoff.Recounting.Difference;

/**
 * A running clock that would be promised otherwise today, as a manager reads it.
 *
 * @param who the lead in one line
 * @param owner the owner's name, or null
 */
record ChangedPromise(Difference difference, String who, String owner) {}
