/**
 * By when? Deadlines from a policy; pure, handed its clock.
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.sla;

import org.springframework.modulith.ApplicationModule;
