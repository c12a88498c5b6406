/**
 * How does a value become a column, and a column a value? And what if the database can't be used?
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
