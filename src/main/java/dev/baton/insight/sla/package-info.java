/**
 * Were deadlines met? Verdicts by key and clock, running clocks, response times, stalled leads, and
 * the SLA of marketing.
 */
@NamedInterface("sla")
@NullMarked
package dev.baton.insight.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
