/**
 * Tell whom, how? The outbox: one notice a key over Slack, e-mail and Teams.
 *
 * <p>Uses: input, sql, people, sla.
 */
@ApplicationModule(allowedDependencies = {"input", "sql", "people", "sla"})
package dev.baton.alert;

import org.springframework.modulith.ApplicationModule;
