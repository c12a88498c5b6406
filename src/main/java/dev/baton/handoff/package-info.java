/**
 * Who owes what, by when? The process from MQL until an outcome or a no, its steps and its one
 * door.
 *
 * <p>Uses: lead, signal, score, stage, routing, sla, alert, people, engine, input.
 */
@ApplicationModule(
    allowedDependencies = {
      "lead", "signal", "score", "stage", "routing", "sla", "alert", "people", "engine", "input"
    })
package dev.baton.handoff;

import org.springframework.modulith.ApplicationModule;
