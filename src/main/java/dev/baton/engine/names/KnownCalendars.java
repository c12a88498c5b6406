package dev.baton.engine.names;

import java.util.Set;

/** The business calendars that a policy may name; whoever keeps them tells the gate. */
@FunctionalInterface
public interface KnownCalendars {

  Set<String> names();
}
