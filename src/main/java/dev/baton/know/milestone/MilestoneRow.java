package dev.baton.know.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may go with reaching the goal.
 *
 * @param n how many of those at the start have it, {@code wentOn} of them reached the goal
 * @param rate the share of them; null where too few have it or haven't
 * @param lift how many times likelier they are than those without, adjusted for the band
 * @param tells whether that is more than chance, all rows together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MilestoneRow(
    String key,
    long n,
    long wentOn,
    @Nullable BigDecimal rate,
    @Nullable BigDecimal lift,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    boolean tells) {}
