/**
 * What would it look like with a quarter of life in it? Clock and sample data, demo profile only.
 *
 * <p>Uses: every room.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "people",
      "lead",
      "signal",
      "score",
      "stage",
      "routing",
      "sla",
      "alert",
      "alert :: *",
      "handoff",
      "handoff :: *",
      "rejection",
      "booking",
      "change",
      "insight",
      "insight :: *",
      "connect :: connection",
      "review",
      "engine",
      "engine :: *"
    })
@NullMarked
package dev.baton.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
