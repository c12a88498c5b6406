/**
 * Who owes what, by when? The process from MQL until an outcome or a rejection, its steps and the
 * one check of each answer.
 *
 * <p>Uses: input, sql, lead, signal, score, stage, routing, sla, alert, people, engine, privacy.
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
      "engine :: *",
      "privacy"
    })
@NullMarked
package dev.baton.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
