/**
 * To whom? Who looks after the company already, else fair shares within a team, with a ledger.
 *
 * <p>Uses: sql, lead, people.
 */
@ApplicationModule(allowedDependencies = {"sql", "lead", "people"})
package dev.baton.routing;

import org.springframework.modulith.ApplicationModule;
