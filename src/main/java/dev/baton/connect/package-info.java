/**
 * Whom do we hear, and who else must know? Files and systems that tell of leads, and systems that
 * are told of them.
 *
 * <p>Uses: input, sql, lead, signal, score, stage, booking, handoff, people, alert, insight,
 * privacy, engine.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "lead :: *",
      "signal",
      "score",
      "stage",
      "booking",
      "handoff",
      "handoff :: answer",
      "handoff :: merge",
      "handoff :: record",
      "handoff :: deadline",
      "handoff :: process",
      "people",
      "alert",
      "alert :: delivery",
      "alert :: message",
      "alert :: text",
      "insight",
      "insight :: *",
      "privacy",
      "engine"
    })
@NullMarked
package dev.baton.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
