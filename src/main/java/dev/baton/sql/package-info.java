/**
 * How does a value become a column, and a column a value?
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
