/** What would these models do? An engine in memory, on which scenarios are played. */
@NamedInterface("rehearsal")
@NullMarked
package dev.baton.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
