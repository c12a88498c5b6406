/**
 * Who works here, and who is here now? People, teams, zones, hours, skills, absences, calendars.
 *
 * <p>Uses: input, sql, engine, privacy, sla.
 */
@ApplicationModule(
    allowedDependencies = {"input", "sql", "engine", "engine :: *", "privacy", "sla"})
@NullMarked
package dev.baton.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
