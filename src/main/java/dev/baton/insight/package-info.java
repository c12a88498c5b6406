/**
 * What do we learn? Funnel, SLA and rejections from facts of our own.
 *
 * <p>Uses: input, sql and the rooms that state facts; only reviews and pages look at it; privacy.
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
      "handoff",
      "handoff :: *",
      "rejection",
      "rejection :: *",
      "engine",
      "engine :: *",
      "privacy"
    })
@NullMarked
package dev.baton.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
