package dev.baton.engine.names;

import java.util.Set;

/** The people and teams that a table may name; whoever keeps them tells the gate. */
public interface KnownStaff {
  /** Who may get a lead. */
  Set<String> owners();

  Set<String> teams();
}
