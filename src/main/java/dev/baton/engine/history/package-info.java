/** What is left in the engine of an instance, running or ended? Shown, and taken away. */
@NamedInterface("history")
@NullMarked
package dev.baton.engine.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
