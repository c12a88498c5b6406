/** What have processes given the engine for later, and which of it fails? Steps and timers. */
@NamedInterface("job")
@NullMarked
package dev.baton.engine.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
