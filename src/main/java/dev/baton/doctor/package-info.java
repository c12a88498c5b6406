/**
 * Would it run here? Settings, database, mail server and what else Baton needs, looked at without
 * starting it, each with what to do.
 *
 * <p>Uses: sql.
 */
@ApplicationModule(allowedDependencies = {"sql"})
@NullMarked
package dev.baton.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
