/**
 * What do we agree to change, and did we? The reviews that marketing and sales hold together: their
 * calendar and agenda as tables, the figures they looked at, and what became of what they decided.
 *
 * <p>Uses: input, sql, people, stage, alert, handoff, rejection, insight, engine.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "people",
      "stage",
      "alert",
      "alert :: *",
      "handoff",
      "handoff :: *",
      "rejection",
      "insight",
      "insight :: *",
      "engine",
      "engine :: *"
    })
@NullMarked
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
