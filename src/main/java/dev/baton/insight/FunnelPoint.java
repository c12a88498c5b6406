package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.insight.funnel.FunnelCounts;
import dev.baton.insight.funnel.Rates;
import java.time.Instant;

/** One point of the funnel in a chart. */
public record FunnelPoint(
    Instant from, Instant to, @JsonUnwrapped FunnelCounts counts, Rates rates) {}
