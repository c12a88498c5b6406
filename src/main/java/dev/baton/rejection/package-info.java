/**
 * What becomes of a rejection? Marketing's answer, the search for the right contact, the merge of
 * two records, who is left alone and who comes back.
 *
 * <p>Uses: input, sql, handoff, lead, stage, alert, people, engine, privacy.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "handoff",
      "handoff :: *",
      "lead",
      "lead :: *",
      "stage",
      "alert",
      "alert :: *",
      "people",
      "engine",
      "engine :: *",
      "privacy"
    })
@NullMarked
package dev.baton.rejection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
