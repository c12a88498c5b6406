/**
 * Tell whom, how? The outbox: one notice a key over Slack, e-mail and Teams.
 *
 * <p>Uses: input, sql, engine, people, sla, privacy.
 */
@ApplicationModule(allowedDependencies = {"input", "sql", "engine", "people", "privacy", "sla"})
@NullMarked
package dev.baton.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
