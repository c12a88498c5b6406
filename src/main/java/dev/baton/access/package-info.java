/**
 * Who may enter? One security chain, deny by default.
 *
 * <p>Uses: input, sql, people, privacy, engine.
 */
@ApplicationModule(
    allowedDependencies = {"input", "sql", "people", "privacy", "engine", "engine :: *"})
@NullMarked
package dev.baton.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
