/**
 * By when, and where did the time go? Targets in calendar and business time, business calendars,
 * elapsed time in parts; pure.
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
