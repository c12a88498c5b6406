/**
 * May we change it, and what would happen? What proposed decision tables would have done with the
 * leads of the past.
 *
 * <p>Uses: sql, engine, lead, signal, score, stage.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "engine",
      "lead",
      "signal",
      "score",
      "stage",
      "handoff",
      "handoff :: *"
    })
@NullMarked
package dev.baton.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
