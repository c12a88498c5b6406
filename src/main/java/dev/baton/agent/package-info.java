/**
 * What could be done next, if a person says so? Agents as processes: each drafts a text by rule,
 * with reasons and sources, and a person approves, changes or rejects it. None of them moves a
 * stage, an owner, a clock or a consent.
 *
 * <p>Uses: input, sql, lead, signal, score, handoff, people, alert, engine, privacy, nurture, know.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "lead :: *",
      "signal",
      "score",
      "handoff",
      "handoff :: *",
      "people",
      "alert",
      "alert :: *",
      "engine",
      "engine :: *",
      "privacy",
      "nurture :: mail",
      "know :: account"
    })
@NullMarked
package dev.baton.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
