/**
 * Tell whom, how? The outbox: one notice a key over Slack, e-mail and Teams.
 *
 * <p>Uses: people, sla, input.
 */
@ApplicationModule(allowedDependencies = {"people", "sla", "input"})
package dev.baton.alert;

import org.springframework.modulith.ApplicationModule;
