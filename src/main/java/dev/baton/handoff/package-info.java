/**
 * Who owes what, by when? The process from MQL until an outcome or a no, its steps and its one
 * door.
 *
 * <p>Uses: input, sql, lead, signal, score, stage, routing, sla, alert, people, engine.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "signal",
      "score",
      "stage",
      "routing",
      "sla",
      "alert",
      "alert :: *",
      "people",
      "engine",
      "engine :: *"
    })
package dev.baton.handoff;

import org.springframework.modulith.ApplicationModule;
