/**
 * Why do they matter? Contributions whose sum is the score, at any instant.
 *
 * <p>Uses: sql, lead, signal, engine.
 */
@ApplicationModule(allowedDependencies = {"sql", "lead", "signal", "engine", "engine :: *"})
@NullMarked
package dev.baton.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
