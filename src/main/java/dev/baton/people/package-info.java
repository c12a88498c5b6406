/**
 * Who works here, and who is here now? People, teams, zones, hours, skills, absences, calendars.
 *
 * <p>Uses: input, sql, engine, sla.
 */
@ApplicationModule(allowedDependencies = {"input", "sql", "engine", "engine :: *", "sla"})
package dev.baton.people;

import org.springframework.modulith.ApplicationModule;
