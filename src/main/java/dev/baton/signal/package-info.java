/**
 * What did they do? The append-only log of signals, idempotent by sender and id.
 *
 * <p>Uses: input, sql, lead, engine.
 */
@ApplicationModule(allowedDependencies = {"input", "sql", "lead", "lead :: *", "engine"})
@NullMarked
package dev.baton.signal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
