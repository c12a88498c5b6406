/**
 * What did they do? The append-only log of signals, idempotent by sender and id.
 *
 * <p>Uses: lead.
 */
@ApplicationModule(allowedDependencies = {"lead"})
package dev.baton.signal;

import org.springframework.modulith.ApplicationModule;
