package dev.baton.insight.funnel;

import dev.baton.insight.rollup.InstantRange;

/** The funnel of the last days up to now, as a line to compare with. */
public record TrailingFunnel(InstantRange range, FunnelRow total) {}
