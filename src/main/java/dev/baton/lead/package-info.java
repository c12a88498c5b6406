/**
 * Who is it? Identity, dated profile, consent and account of a lead.
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
package dev.baton.lead;

import org.springframework.modulith.ApplicationModule;
