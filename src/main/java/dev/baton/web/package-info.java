/**
 * What does a person see? Composite reads over all rooms.
 *
 * <p>Uses: every room; nobody uses it.
 */
@ApplicationModule(
    allowedDependencies = {
      "agent",
      "agent :: *",
      "input",
      "sql",
      "lead",
      "lead :: *",
      "signal",
      "score",
      "stage",
      "privacy",
      "routing",
      "sla",
      "change",
      "change :: *",
      "connect",
      "connect :: *",
      "alert",
      "alert :: *",
      "booking",
      "booking :: *",
      "people",
      "rehearsal",
      "rehearsal :: forecast",
      "handoff",
      "handoff :: *",
      "rejection",
      "rejection :: *",
      "insight",
      "insight :: *",
      "know",
      "know :: *",
      "access",
      "nurture",
      "nurture :: *",
      "mailbox",
      "review",
      "review :: *",
      "input"
    })
@NullMarked
package dev.baton.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
