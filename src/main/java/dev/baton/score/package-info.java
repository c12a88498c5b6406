/**
 * Why do they matter? Contributions whose sum is the score, at any instant.
 *
 * <p>Uses: lead, signal, engine.
 */
@ApplicationModule(allowedDependencies = {"lead", "signal", "engine", "engine :: *"})
package dev.baton.score;

import org.springframework.modulith.ApplicationModule;
