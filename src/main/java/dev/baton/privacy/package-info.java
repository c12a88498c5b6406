/**
 * What do we hold of whom, for how long, and who changed what? What each table holds of persons,
 * and the audit of what people change, sealed entry by entry.
 *
 * <p>Uses: input, sql.
 */
@ApplicationModule(allowedDependencies = {"input", "sql"})
@NullMarked
package dev.baton.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
