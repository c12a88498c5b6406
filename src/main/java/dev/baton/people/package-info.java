/**
 * Who works here? People, teams, zones and addresses.
 *
 * <p>Uses: engine.
 */
@ApplicationModule(allowedDependencies = {"engine"})
package dev.baton.people;

import org.springframework.modulith.ApplicationModule;
