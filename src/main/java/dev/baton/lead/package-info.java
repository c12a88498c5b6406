/**
 * Who is it? Identity, dated profile, consent and account of a lead.
 *
 * <p>Uses: sql.
 */
@ApplicationModule(allowedDependencies = {"sql"})
@NullMarked
package dev.baton.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
