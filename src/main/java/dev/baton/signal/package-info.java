/**
 * What did they do? The append-only log of signals, idempotent by sender and id.
 *
 * <p>Uses: input, lead.
 */
@ApplicationModule(allowedDependencies = {"input", "lead"})
package dev.baton.signal;

import org.springframework.modulith.ApplicationModule;
