/**
 * Who is it? Identity, dated profile, consent and account of a lead.
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
