/**
 * What do we agree to change, and did we? The reviews that marketing and sales hold together: their
 * calendar and agenda as tables, the figures they looked at, and what became of what they decided.
 *
 * <p>Uses: people, stage, alert, handoff, insight, engine, input.
 */
@ApplicationModule(
    allowedDependencies = {
      "people",
      "stage",
      "alert",
      "handoff",
      "rejection",
      "insight",
      "engine",
      "input"
    })
package dev.baton.review;

import org.springframework.modulith.ApplicationModule;
