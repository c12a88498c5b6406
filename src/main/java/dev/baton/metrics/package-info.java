/**
 * How does it run? Metrics for whoever operates it: what comes in, what waits, what is late.
 *
 * <p>Uses: engine, handoff, signal, sql.
 */
@ApplicationModule(
    allowedDependencies = {"engine", "engine :: *", "handoff", "handoff :: *", "signal", "sql"})
@NullMarked
package dev.baton.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
