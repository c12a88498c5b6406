/**
 * Whom do we hear, and who else must know? Files and systems that tell of leads, and systems that
 * are told of them.
 *
 * <p>Uses: input, sql, lead, signal, score, stage, handoff, people, alert, insight, privacy,
 * engine.
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
      "insight",
      "insight :: *",
      "privacy",
      "engine"
    })
@NullMarked
package dev.baton.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
