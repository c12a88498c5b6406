/**
 * Tell whom, how? The outbox: one notice a key over Slack and e-mail.
 *
 * <p>Uses: people.
 */
@ApplicationModule(allowedDependencies = {"people"})
package dev.baton.alert;

import org.springframework.modulith.ApplicationModule;
