/**
 * Who is it? Identity, dated profile, consent and account of a lead.
 *
 * <p>Uses: input, sql.
 */
@ApplicationModule(allowedDependencies = {"input", "sql"})
@NullMarked
package dev.baton.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
