/**
 * Who may enter? One security chain, deny by default.
 *
 * <p>Uses: people, engine.
 */
@ApplicationModule(allowedDependencies = {"people", "engine"})
package dev.baton.access;

import org.springframework.modulith.ApplicationModule;
