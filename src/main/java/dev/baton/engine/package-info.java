/**
 * How do we keep Camunda at arm's length? Engine settings and fences, the gate that models pass,
 * what the jar deploys, decision tables by id, engine users.
 *
 * <p>Uses: input.
 */
@ApplicationModule(allowedDependencies = {"input"})
@NullMarked
package dev.baton.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
