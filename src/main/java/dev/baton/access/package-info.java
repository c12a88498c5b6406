/**
 * Who may enter? One security chain, deny by default.
 *
 * <p>Uses: input, people, engine.
 */
@ApplicationModule(allowedDependencies = {"input", "people", "engine", "engine :: *"})
@NullMarked
package dev.baton.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
