/**
 * How does a value become a column, and a column a value?
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.sql;

import org.springframework.modulith.ApplicationModule;
