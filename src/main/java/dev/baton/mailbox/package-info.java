/**
 * What do sales and leads write to each other? Mails of reps to leads through the company's server,
 * answers and copies found in its mailbox, and the touches that they are.
 *
 * <p>Uses: input, sql, lead, signal, people, alert, handoff, privacy.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "signal",
      "people",
      "alert",
      "alert :: *",
      "handoff",
      "handoff :: *",
      "privacy"
    })
@NullMarked
package dev.baton.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
