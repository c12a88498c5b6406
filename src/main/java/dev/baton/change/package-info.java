/**
 * May we change it, and what would happen? Proposed changes of models: what they say in words, what
 * hinders them, what they would have done with the leads of the past, who has signed, what is put
 * in force and taken back.
 *
 * <p>Uses: engine, handoff, input, insight, lead, people, privacy, rehearsal, routing, score,
 * signal, sla, sql, stage.
 */
@ApplicationModule(
    allowedDependencies = {
      "engine",
      "engine :: *",
      "handoff",
      "handoff :: *",
      "input",
      "insight",
      "insight :: *",
      "lead",
      "lead :: *",
      "people",
      "privacy",
      "rehearsal",
      "rehearsal :: *",
      "routing",
      "score",
      "signal",
      "sla",
      "sql",
      "stage"
    })
@NullMarked
package dev.baton.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
