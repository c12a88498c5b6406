/**
 * What would happen to a lead? Scenarios and previews, played to their end in a process of their
 * own: with the models in force or proposed ones, on a clock of its own, in memory; nobody is told
 * anything and nothing is left behind.
 *
 * <p>Uses: alert, engine, handoff, input, lead, people, privacy, score, signal, sql, stage.
 */
@ApplicationModule(
    allowedDependencies = {
      "alert",
      "alert :: *",
      "engine",
      "engine :: *",
      "handoff",
      "handoff :: *",
      "input",
      "lead",
      "people",
      "privacy",
      "score",
      "signal",
      "sql",
      "stage"
    })
@NullMarked
package dev.baton.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
