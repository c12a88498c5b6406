/**
 * To whom? Who looks after the company already, else fair turns within a team, with a ledger.
 *
 * <p>Uses: lead, people.
 */
@ApplicationModule(allowedDependencies = {"lead", "people"})
package dev.baton.routing;

import org.springframework.modulith.ApplicationModule;
