package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * First touches of one key; the total has none.
 *
 * @param due were due up to now
 * @param attempted of these, somebody tried to reach the lead
 * @param contacted of these, they spoke or the lead replied
 * @param attemptP50Hours from the SQL to the first attempt, of those with one
 * @param contactP50Hours from the SQL to the first contact, of those with one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FirstTouchRow(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    long due,
    long attempted,
    long contacted,
    @Nullable Double attemptP50Hours,
    @Nullable Double contactP50Hours) {}
