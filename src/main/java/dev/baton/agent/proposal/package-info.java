/** What is proposed, who decides on it, and what came of it? */
@NamedInterface("proposal")
@NullMarked
package dev.baton.agent.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
