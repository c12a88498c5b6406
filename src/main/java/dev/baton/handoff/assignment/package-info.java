/** Who owns a handoff? Assignment, claims, reassignment, escalation, and what nobody can take. */
@NamedInterface("assignment")
@NullMarked
package dev.baton.handoff.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
