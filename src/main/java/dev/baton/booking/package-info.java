/**
 * When do they meet? Free times of the owner whom routing chose, the page on which a lead books
 * one, and what becomes of the meeting.
 *
 * <p>Uses: input, sql, lead, signal, routing, people, sla, alert, handoff, privacy.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "lead",
      "signal",
      "routing",
      "people",
      "sla",
      "alert",
      "alert :: *",
      "handoff",
      "handoff :: record",
      "privacy"
    })
@NullMarked
package dev.baton.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
