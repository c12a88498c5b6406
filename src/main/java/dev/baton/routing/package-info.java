/**
 * To whom? Who looks after the company already, else fair shares within a team, with a ledger.
 *
 * <p>Uses: sql, lead, people.
 */
@ApplicationModule(allowedDependencies = {"sql", "lead", "people"})
@NullMarked
package dev.baton.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
