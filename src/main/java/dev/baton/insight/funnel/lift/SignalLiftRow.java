package dev.baton.insight.funnel.lift;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One type of signal.
 *
 * @param converters how many of those who went on had shown it
 * @param others how many of those who did not
 * @param lift how many times likelier the first had shown it; null with too few to say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SignalLiftRow(
    String signal,
    long converters,
    long others,
    @Nullable Double shareOfConverters,
    @Nullable Double shareOfOthers,
    @Nullable Double lift) {}
