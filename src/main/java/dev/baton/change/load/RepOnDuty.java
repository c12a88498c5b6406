package dev.baton.change.load;

import dev.baton.routing.SkipReason;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A rep as they stand at an instant, without what the dry run itself gives them.
 *
 * @param away why they can't be given any lead then, or null
 */
record RepOnDuty(
    String rep,
    int weight,
    ZoneId zone,
    boolean onShift,
    boolean skilled,
    @Nullable Integer dailyCap,
    @Nullable Integer openCap,
    @Nullable SkipReason away) {}
