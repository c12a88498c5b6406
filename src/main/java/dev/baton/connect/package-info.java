/**
 * Whom do we hear, and who else must know? Files and systems that tell of leads, and systems that
 * are told of them.
 *
 * <p>Uses: input, sql, lead, signal, score, stage, booking, handoff, people, alert, insight,
 * privacy.
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
      "handoff :: record",
      "handoff :: deadline",
      "people",
      "alert :: delivery",
      "alert :: message",
      "insight",
      "insight :: *",
      "privacy"
    })
@NullMarked
package dev.baton.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
