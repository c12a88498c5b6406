/**
 * How do we keep Camunda at arm's length? Engine settings and guards, the checks that models pass,
 * what the jar deploys, decision tables by id, engine users.
 *
 * <p>Uses: input, sql.
 */
@ApplicationModule(allowedDependencies = {"input", "sql"})
@NullMarked
package dev.baton.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
