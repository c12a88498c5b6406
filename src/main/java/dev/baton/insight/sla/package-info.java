/** Were promises kept? Verdicts by key and clock, running clocks, response times, stalled leads. */
@NamedInterface("sla")
package dev.baton.insight.sla;

import org.springframework.modulith.NamedInterface;
