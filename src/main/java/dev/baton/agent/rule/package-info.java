/** Which agents are there, and what may each of them do? */
@NamedInterface("rule")
@NullMarked
package dev.baton.agent.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
