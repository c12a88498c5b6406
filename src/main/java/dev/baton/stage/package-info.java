/**
 * Where are they? The one table of allowed moves and dated episodes, backwards too.
 *
 * <p>Uses: sql, lead, signal, score, engine.
 */
@ApplicationModule(
    allowedDependencies = {"sql", "lead", "signal", "score", "engine", "engine :: *"})
@NullMarked
package dev.baton.stage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
