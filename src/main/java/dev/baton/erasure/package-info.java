/**
 * What do we hold of this person, and how does it go? Export and erasure across all rooms, the
 * engine and what is on its way.
 *
 * <p>Uses: engine, input, lead, privacy.
 */
@ApplicationModule(allowedDependencies = {"engine", "engine :: *", "input", "lead", "privacy"})
@NullMarked
package dev.baton.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
