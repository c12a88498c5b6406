/**
 * Why do they matter? Contributions whose sum is the score, at any instant.
 *
 * <p>Uses: sql, lead, signal, engine.
 */
@ApplicationModule(allowedDependencies = {"sql", "lead", "signal", "engine", "engine :: *"})
package dev.baton.score;

import org.springframework.modulith.ApplicationModule;
