package dev.baton.insight.funnel.lift;

import java.util.List;

/**
 * All types of signals with their lift.
 *
 * @param converters how many went from the one stage on to the other
 * @param others how many reached the first only, so far
 */
public record SignalLiftReport(
    String start, String goal, long converters, long others, List<SignalLiftRow> rows) {}
