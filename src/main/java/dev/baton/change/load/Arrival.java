package dev.baton.change.load;

import dev.baton.sla.SlaTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead that comes to a team.
 *
 * @param skill what its owner should know, or null
 * @param handRaise whether it asked for sales
 * @param reps of the team, as they stand then
 * @param targets what each clock is promised, in the order in which the clocks run
 */
record Arrival(
    Instant at,
    String team,
    @Nullable String skill,
    boolean handRaise,
    List<RepOnDuty> reps,
    Map<String, SlaTarget> targets) {}
