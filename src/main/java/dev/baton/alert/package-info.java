/**
 * Tell whom, how? The outbox: one notice a key over Slack and e-mail.
 *
 * <p>Uses: people, sla.
 */
@ApplicationModule(allowedDependencies = {"people", "sla"})
package dev.baton.alert;

import org.springframework.modulith.ApplicationModule;
