package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.insight.sla.SlaCounts;
import java.time.Instant;

/** One point of the deadlines in a chart, by their due instants. */
public record SlaPoint(Instant from, Instant to, @JsonUnwrapped SlaCounts counts) {}
