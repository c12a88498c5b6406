/**
 * Tell whom, how? The outbox: one notice a key over Slack and e-mail, and the way back for answers
 * that are given in a message.
 *
 * <p>Uses: people, sla.
 */
@ApplicationModule(allowedDependencies = {"people", "sla"})
package dev.baton.alert;

import org.springframework.modulith.ApplicationModule;
