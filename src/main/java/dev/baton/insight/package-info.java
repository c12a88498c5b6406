/**
 * What do we learn? Funnel, SLA and rejections from facts of our own.
 *
 * <p>Uses: the rooms that state facts; only the pages of desk look at it.
 */
@ApplicationModule(
    allowedDependencies = {
      "lead", "signal", "score", "stage", "routing", "sla", "alert", "people", "handoff", "engine"
    })
package dev.baton.insight;

import org.springframework.modulith.ApplicationModule;
