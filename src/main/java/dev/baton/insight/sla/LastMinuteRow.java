package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How much of what somebody answered in time was answered in the last tenth of that time.
 *
 * @param met how many reviews were answered in time
 * @param share null below {@link ResponseTimes#ENOUGH}
 */
public record LastMinuteRow(
    String owner, long met, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share) {}
