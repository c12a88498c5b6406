/**
 * Were deadlines met? Verdicts by key and clock, running clocks, response times, stalled leads, and
 * the SLA of marketing.
 */
@NamedInterface("sla")
package dev.baton.insight.sla;

import org.springframework.modulith.NamedInterface;
