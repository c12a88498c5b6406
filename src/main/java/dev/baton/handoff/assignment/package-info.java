/** Who owns a handoff? Assignment, claims, reassignment, escalation, and what nobody can take. */
@NamedInterface("assignment")
package dev.baton.handoff.assignment;

import org.springframework.modulith.NamedInterface;
