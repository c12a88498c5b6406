/**
 * What do they hear from us until they are ready? Mails to leads along tracks, each checked when it
 * is sent, and the questions that fill a profile one by one.
 *
 * <p>Uses: input, sql, lead, signal, stage, handoff, alert, engine, people, privacy.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "lead :: *",
      "signal",
      "stage",
      "handoff",
      "handoff :: *",
      "alert",
      "alert :: *",
      "engine",
      "engine :: *",
      "people",
      "privacy"
    })
@NullMarked
package dev.baton.nurture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
