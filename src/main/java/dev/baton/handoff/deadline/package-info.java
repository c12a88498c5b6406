/**
 * By when is an answer owed, and what became of it? One verdict a clock and round, pauses, and why
 * a due instant moved.
 */
@NamedInterface("deadline")
@NullMarked
package dev.baton.handoff.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
