/**
 * Whom do we hear, and who else must know? Files that are brought in, and taken back.
 *
 * <p>Uses: input, sql, lead, signal, stage, insight, privacy.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "lead :: *",
      "signal",
      "stage",
      "insight",
      "insight :: *",
      "privacy"
    })
@NullMarked
package dev.baton.connect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
